using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>A condition that is turned round.</summary>
internal sealed class Conditions : IMutator
{
    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        ConditionOf(node) is { } condition ? [new Change(condition, $"!({condition})", MutatorKinds.Condition)] : [];

    private static ExpressionSyntax? ConditionOf(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax statement => statement.Condition,
            WhileStatementSyntax loop => loop.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            WhenClauseSyntax clause => clause.Condition,
            _ => null,
        };
}
