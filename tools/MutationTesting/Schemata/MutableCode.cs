using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Which parts of a source a switch can stand in, and is worth one.</summary>
internal sealed class MutableCode(SemanticModel model)
{
    private static readonly string[] s_generatedBy = ["GeneratedCodeAttribute", "ExcludeFromCodeCoverageAttribute"];

    /// <summary>A node and all below it, without what can't be switched (constants of the language, patterns) or is not to be (logging).</summary>
    public IEnumerable<SyntaxNode> NodesOf(SyntaxNode root) => root.DescendantNodesAndSelf(IsMutable).Where(IsMutable);

    /// <summary>Worked out once for all requests: the first one's mutant would be everybody's.</summary>
    public static bool IsOfProcess(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .Any(each => each is ConstructorDeclarationSyntax constructor && IsStatic(constructor.Modifiers) || IsStaticStart(each));

    private static bool IsStaticStart(SyntaxNode node) =>
        node is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } }
            && IsStatic(field.Modifiers)
        || node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } && IsStatic(property.Modifiers);

    private static bool IsStatic(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.StaticKeyword);

    private bool IsMutable(SyntaxNode node) =>
        node switch
        {
            AttributeListSyntax or EnumMemberDeclarationSyntax or PatternSyntax or CaseSwitchLabelSyntax => false,
            InterpolationFormatClauseSyntax or InterpolationAlignmentClauseSyntax or GotoStatementSyntax => false,
            EqualsValueClauseSyntax { Parent: ParameterSyntax } => false,
            FieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
            LocalDeclarationStatementSyntax local => !local.Modifiers.Any(SyntaxKind.ConstKeyword),
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
            InvocationExpressionSyntax call => !IsLogging(call),
            ArgumentListSyntax arguments => !IsProse(arguments),
            LambdaExpressionSyntax lambda => !IsExpressionTree(lambda),
            QueryExpressionSyntax query => !IsQueryable(query),
            // An overload for text would be taken instead of the one for its parts.
            InterpolatedStringExpressionSyntax text => model.GetTypeInfo(text).ConvertedType?.SpecialType == SpecialType.System_String,
            MemberDeclarationSyntax member => !IsGenerated(member),
            _ => true,
        };

    private bool IsLogging(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && (
            method.ContainingType.Name.Contains("Logger", StringComparison.Ordinal)
            || method.ReceiverType?.Name.Contains("Logger", StringComparison.Ordinal) == true
        );

    // What an error says; that it is thrown is another matter.
    private bool IsProse(ArgumentListSyntax arguments) =>
        arguments.Parent is ExpressionSyntax call && IsException(model.GetTypeInfo(call).Type);

    private static bool IsException(ITypeSymbol? type) =>
        type is not null && (type is { Name: "Exception", ContainingNamespace.Name: "System" } || IsException(type.BaseType));

    private bool IsExpressionTree(LambdaExpressionSyntax lambda) =>
        model.GetTypeInfo(lambda).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    private bool IsQueryable(QueryExpressionSyntax query) =>
        model.GetTypeInfo(query).Type is { } type
        && (type.Name == "IQueryable" || type.AllInterfaces.Any(each => each.Name == "IQueryable"));

    private bool IsGenerated(MemberDeclarationSyntax member) =>
        model
            .GetDeclaredSymbol(member)
            ?.GetAttributes()
            .Any(attribute => s_generatedBy.Contains(attribute.AttributeClass?.Name, StringComparer.Ordinal)) == true;
}
