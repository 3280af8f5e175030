using Microsoft.CodeAnalysis;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>What a mutator would do to a node.</summary>
/// <param name="Node">An expression or a statement.</param>
/// <param name="Replacement">The expression that stands in its place; empty: the statement is left out.</param>
/// <param name="Kind">One of <see cref="MutatorKinds"/>.</param>
/// <param name="Offset">Where in the node's text the change begins: what counts as its line.</param>
internal sealed record Change(SyntaxNode Node, string Replacement, string Kind, int Offset = 0);
