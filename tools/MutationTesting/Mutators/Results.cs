using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>A method that gives back nothing: an empty text or list, null, the other truth value.</summary>
internal sealed class Results : IMutator
{
    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        ResultOf(node) is { } result && model.GetTypeInfo(result) is { ConvertedType: { } type } && Nothing(result, type) is { } nothing
            ? [new Change(result, nothing, MutatorKinds.Result)]
            : [];

    private static ExpressionSyntax? ResultOf(SyntaxNode node) =>
        node switch
        {
            ReturnStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or PropertyDeclarationSyntax } arrow => arrow.Expression,
            SwitchExpressionArmSyntax arm => arm.Expression,
            _ => null,
        };

    private static string? Nothing(ExpressionSyntax result, ITypeSymbol type) =>
        result is LiteralExpressionSyntax or ThrowExpressionSyntax ? null
        : type.SpecialType == SpecialType.System_String ? "\"\""
        : type.SpecialType == SpecialType.System_Boolean ? $"!({result})"
        : type is IArrayTypeSymbol ? "[]"
        : type.NullableAnnotation == NullableAnnotation.Annotated ? "null"
        : IsList(type) ? "[]"
        : null;

    private static bool IsList(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                IsGenericType: true,
                Name: "IReadOnlyList" or "IEnumerable" or "List" or "IList" or "IReadOnlyCollection"
            };
}
