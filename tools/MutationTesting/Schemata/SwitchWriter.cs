using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Writes the mutants into a source, each behind its switch, beside what stands there (mutant schemata: Untch, Offutt, Harrold 1993).</summary>
internal sealed class SwitchWriter(IReadOnlyDictionary<SyntaxNode, List<PlannedChange>> changes) : CSharpSyntaxRewriter
{
    /// <summary>The mark of what a mutant has put in; its data is the mutant's number.</summary>
    public const string Mark = "mutant";

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node is not null && visited is not null && changes.TryGetValue(node, out var planned)
            ? planned.Aggregate(visited, (inner, each) => Switch(inner, each).WithAdditionalAnnotations(MarkOf(each)))
            : visited;
    }

    private static SyntaxAnnotation MarkOf(PlannedChange planned) =>
        new(Mark, planned.Mutant.Number.ToString(CultureInfo.InvariantCulture));

    private static SyntaxNode Switch(SyntaxNode original, PlannedChange planned)
    {
        var method = planned.Mutant.OfProcess ? "IsOfProcess" : "Is";
        var condition = SyntaxFactory.ParseExpression($"global::IntegrationSuite.Mutation.Mutant.{method}({planned.Mutant.Number})");
        return original is StatementSyntax statement
            ? LeftOut(statement, condition)
            : Either((ExpressionSyntax)original, condition, planned);
    }

    private static IfStatementSyntax LeftOut(StatementSyntax statement, ExpressionSyntax condition) =>
        SyntaxFactory
            .IfStatement(SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, condition), SyntaxFactory.Block(statement))
            .NormalizeWhitespace()
            .WithTriviaFrom(statement);

    private static ParenthesizedExpressionSyntax Either(ExpressionSyntax original, ExpressionSyntax condition, PlannedChange planned) =>
        SyntaxFactory
            .ParenthesizedExpression(
                SyntaxFactory.ConditionalExpression(
                    condition.WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ParseExpression(planned.Change.Replacement)),
                    SyntaxFactory.ParenthesizedExpression(original.WithoutTrivia())
                )
            )
            .WithTriviaFrom(original);
}
