using Mutation.Mutants;
using Mutation.Mutators;

namespace Mutation.Schemata;

/// <summary>A change, and the mutant that it is.</summary>
internal sealed record PlannedChange(Change Change, Mutant Mutant);
