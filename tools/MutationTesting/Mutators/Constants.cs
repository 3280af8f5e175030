using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Numbers one off, truth values turned, texts emptied.</summary>
internal sealed class Constants : IMutator
{
    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is LiteralExpressionSyntax literal
            ? literal.Kind() switch
            {
                SyntaxKind.TrueLiteralExpression => [Instead(literal, "false")],
                SyntaxKind.FalseLiteralExpression => [Instead(literal, "true")],
                SyntaxKind.NumericLiteralExpression when literal.Token.Value is int number =>
                [
                    Instead(literal, (number + 1).ToString(CultureInfo.InvariantCulture)),
                ],
                SyntaxKind.StringLiteralExpression when !Sql.IsSql(literal.Token.ValueText) =>
                [
                    Instead(literal, literal.Token.ValueText.Length == 0 ? "\"mutant\"" : "\"\""),
                ],
                _ => [],
            }
            : [];

    private static Change Instead(LiteralExpressionSyntax literal, string text) => new(literal, text, MutatorKinds.Constant);
}
