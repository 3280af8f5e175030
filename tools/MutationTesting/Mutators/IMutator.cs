using Microsoft.CodeAnalysis;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Finds the changes of one kind of fault.</summary>
internal interface IMutator
{
    /// <summary>The changes that it would make of a node itself; not of what is below it.</summary>
    IEnumerable<Change> Of(SyntaxNode node, SemanticModel model);
}
