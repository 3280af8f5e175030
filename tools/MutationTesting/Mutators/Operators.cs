using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Boundaries, comparisons, arithmetic and logic.</summary>
internal sealed class Operators : IMutator
{
    private static readonly Dictionary<SyntaxKind, (string Instead, string Kind)[]> s_instead = new()
    {
        [SyntaxKind.LessThanExpression] = [("<=", MutatorKinds.Boundary), (">=", MutatorKinds.Comparison)],
        [SyntaxKind.LessThanOrEqualExpression] = [("<", MutatorKinds.Boundary), (">", MutatorKinds.Comparison)],
        [SyntaxKind.GreaterThanExpression] = [(">=", MutatorKinds.Boundary), ("<=", MutatorKinds.Comparison)],
        [SyntaxKind.GreaterThanOrEqualExpression] = [(">", MutatorKinds.Boundary), ("<", MutatorKinds.Comparison)],
        [SyntaxKind.EqualsExpression] = [("!=", MutatorKinds.Comparison)],
        [SyntaxKind.NotEqualsExpression] = [("==", MutatorKinds.Comparison)],
        [SyntaxKind.LogicalAndExpression] = [("||", MutatorKinds.Logic)],
        [SyntaxKind.LogicalOrExpression] = [("&&", MutatorKinds.Logic)],
        [SyntaxKind.SubtractExpression] = [("+", MutatorKinds.Arithmetic)],
        [SyntaxKind.MultiplyExpression] = [("/", MutatorKinds.Arithmetic)],
        [SyntaxKind.DivideExpression] = [("*", MutatorKinds.Arithmetic)],
        [SyntaxKind.ModuloExpression] = [("*", MutatorKinds.Arithmetic)],
    };

    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is BinaryExpressionSyntax binary ? Of(binary, model)
        : node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not
            ? [new Change(not, not.Operand.ToString(), MutatorKinds.Logic)]
        : [];

    private static IEnumerable<Change> Of(BinaryExpressionSyntax node, SemanticModel model)
    {
        if (s_instead.TryGetValue(node.Kind(), out var instead))
        {
            return instead.Select(each => Change(node, $"{node.Left} {each.Instead} {node.Right}", each.Kind));
        }

        return node.Kind() switch
        {
            SyntaxKind.AddExpression when IsNumber(model.GetTypeInfo(node).Type) =>
            [
                Change(node, $"{node.Left} - {node.Right}", MutatorKinds.Arithmetic),
            ],
            SyntaxKind.CoalesceExpression when node.Right is not ThrowExpressionSyntax =>
            [
                Change(node, node.Right.ToString(), MutatorKinds.Logic),
                Change(node, node.Left.ToString(), MutatorKinds.Logic),
            ],
            _ => [],
        };
    }

    // The operator's line is the change's: a condition of several lines has a mutant on each.
    private static Change Change(BinaryExpressionSyntax node, string replacement, string kind) =>
        new(node, replacement, kind, node.OperatorToken.SpanStart - node.SpanStart);

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
