using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Members that have a sibling which is often meant instead: kinds of comparison, the clock.</summary>
internal sealed class Members : IMutator
{
    private static readonly Dictionary<(string Type, string Name), (string Instead, string Kind)> s_siblings = new()
    {
        [("StringComparison", "Ordinal")] = ("OrdinalIgnoreCase", MutatorKinds.Text),
        [("StringComparison", "OrdinalIgnoreCase")] = ("Ordinal", MutatorKinds.Text),
        [("StringComparer", "Ordinal")] = ("OrdinalIgnoreCase", MutatorKinds.Text),
        [("StringComparer", "OrdinalIgnoreCase")] = ("Ordinal", MutatorKinds.Text),
        [("StringSplitOptions", "RemoveEmptyEntries")] = ("None", MutatorKinds.Text),
        [("StringSplitOptions", "TrimEntries")] = ("None", MutatorKinds.Text),
        [("DateTime", "UtcNow")] = ("Now", MutatorKinds.Date),
        [("DateTimeOffset", "UtcNow")] = ("Now", MutatorKinds.Date),
        [("RegexOptions", "IgnoreCase")] = ("None", MutatorKinds.Pattern),
        [("RegexOptions", "Multiline")] = ("None", MutatorKinds.Pattern),
        [("DateTimeOffset", "UtcDateTime")] = ("DateTime", MutatorKinds.Date),
    };

    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is MemberAccessExpressionSyntax member
        && model.GetSymbolInfo(member).Symbol is { ContainingType.Name: { } type } symbol
        && s_siblings.TryGetValue((type, symbol.Name), out var sibling)
            ? [new Change(member, $"{member.Expression}.{sibling.Instead}", sibling.Kind)]
            : [];
}
