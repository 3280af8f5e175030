using MutationTesting.Mutants;
using MutationTesting.Mutators;

namespace MutationTesting.Schemata;

/// <summary>A change, and the mutant that it is.</summary>
internal sealed record PlannedChange(Change Change, Mutant Mutant);
