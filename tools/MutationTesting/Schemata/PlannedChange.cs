using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.MutationTesting.Mutators;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>A change, and the mutant that it is.</summary>
internal sealed record PlannedChange(Change Change, Mutant Mutant);
