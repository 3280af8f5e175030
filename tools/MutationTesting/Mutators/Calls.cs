using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Calls of LINQ and of texts: another of the family, or none.</summary>
internal sealed class Calls : IMutator
{
    private static readonly Dictionary<string, string> s_queries = new()
    {
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All",
        ["All"] = "Any",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["Order"] = "OrderDescending",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["TakeWhile"] = "SkipWhile",
        ["SkipWhile"] = "TakeWhile",
        ["Union"] = "Intersect",
        ["Except"] = "Intersect",
        ["Intersect"] = "Union",
    };

    private static readonly Dictionary<string, string> s_texts = new()
    {
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["IndexOf"] = "LastIndexOf",
        ["LastIndexOf"] = "IndexOf",
        ["IsNullOrEmpty"] = "IsNullOrWhiteSpace",
        ["IsNullOrWhiteSpace"] = "IsNullOrEmpty",
        ["TrimStart"] = "TrimEnd",
        ["TrimEnd"] = "TrimStart",
        ["IsLetter"] = "IsAsciiLetter",
        ["IsLetterOrDigit"] = "IsAsciiLetterOrDigit",
        ["IsDigit"] = "IsLetterOrDigit",
        ["IsUpper"] = "IsLower",
        ["IsLower"] = "IsUpper",
    };

    private static readonly HashSet<string> s_droppedQueries =
    [
        "Where",
        "Distinct",
        "DistinctBy",
        "Skip",
        "Take",
        "SkipWhile",
        "TakeWhile",
        "Reverse",
        "Concat",
        "Append",
        "Prepend",
        "OrderBy",
        "OrderByDescending",
        "Order",
        "ThenBy",
        "DefaultIfEmpty",
    ];

    private static readonly HashSet<string> s_droppedTexts =
    [
        "Trim",
        "TrimStart",
        "TrimEnd",
        "ToUpper",
        "ToUpperInvariant",
        "ToLower",
        "ToLowerInvariant",
        "Replace",
        "Normalize",
        "PadLeft",
        "PadRight",
    ];

    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
            ? FamilyOf(method) switch
            {
                MutatorKinds.Query => Of(call, member, MutatorKinds.Query, s_queries, s_droppedQueries),
                MutatorKinds.Text => Of(call, member, MutatorKinds.Text, s_texts, s_droppedTexts),
                _ => [],
            }
            : [];

    private static string? FamilyOf(IMethodSymbol method) =>
        method.ContainingType switch
        {
            { Name: "Enumerable", ContainingNamespace.Name: "Linq" } => MutatorKinds.Query,
            { SpecialType: SpecialType.System_String or SpecialType.System_Char } => MutatorKinds.Text,
            { Name: "MemoryExtensions" or "Rune" } => MutatorKinds.Text,
            _ => null,
        };

    // The line is that of the method's name: a chain of calls has one on each line.
    private static IEnumerable<Change> Of(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax member,
        string kind,
        Dictionary<string, string> instead,
        HashSet<string> dropped
    )
    {
        var name = member.Name.Identifier.ValueText;
        var offset = member.Name.SpanStart - call.SpanStart;
        if (instead.TryGetValue(name, out var other))
        {
            yield return new Change(call, Renamed(call, member, other), kind, offset);
        }

        if (dropped.Contains(name))
        {
            yield return new Change(call, member.Expression.ToString(), kind, offset);
        }
    }

    private static string Renamed(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, string name) =>
        $"{member.Expression}.{name}{call.ArgumentList}";
}
