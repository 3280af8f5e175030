using IntegrationSuite.MutationTesting.Mutators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Whether a change can be switched within an expression or statement.</summary>
internal static class SwitchableChange
{
    public static bool Is(Change change) =>
        change.Replacement != change.Node.ToString()
        && IsParsed(change)
        && !DeclaresVariable(change.Node)
        && !IsWritten(change.Node)
        && !IsPartOfName(change.Node);

    private static bool IsParsed(Change change) =>
        change.Replacement.Length == 0 || !SyntaxFactory.ParseExpression(change.Replacement, consumeFullText: true).ContainsDiagnostics;

    // A variable that one branch declares is not there in the other.
    private static bool DeclaresVariable(SyntaxNode node) =>
        node.DescendantNodesAndSelf(each => each is not LambdaExpressionSyntax)
            .Any(each => each is VariableDesignationSyntax or DeclarationExpressionSyntax);

    private static bool IsWritten(SyntaxNode node) =>
        node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            _ => false,
        };

    private static bool IsPartOfName(SyntaxNode node) =>
        node.Parent is QualifiedNameSyntax || node.DescendantNodesAndSelf().Any(part => IsBound(part, node));

    // What begins with the dot of «?.» stands for nothing without what is before it.
    private static bool IsBound(SyntaxNode part, SyntaxNode within) =>
        part is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
        && !within.Contains(
            part.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(part.Span))
        );
}
