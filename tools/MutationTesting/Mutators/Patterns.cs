using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Another pattern where a method with <c>[GeneratedRegex]</c> is called: without an anchor, an alternative, letters that are not ASCII.</summary>
internal sealed partial class Patterns : IMutator
{
    private static readonly (Regex From, string To)[] s_edits =
    [
        (Anchor(), ""),
        (OneOrMore(), "*"),
        (Optional(), ""),
        (LastAlternative(), ""),
        (AnyLetter(), "[A-Za-z]"),
        (UpperLetter(), "[A-Z]"),
        (AnySpace(), " "),
        (Most(), "{${least}}"),
    ];

    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is InvocationExpressionSyntax call
        && AttributeOf(model.GetSymbolInfo(call).Symbol) is { ConstructorArguments: [{ Value: string pattern }, ..] arguments }
            ? Variants(pattern).Select(variant => new Change(call, Construct(variant, arguments), MutatorKinds.Pattern))
            : [];

    private static AttributeData? AttributeOf(ISymbol? method) =>
        method?.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == nameof(GeneratedRegexAttribute));

    private static IEnumerable<string> Variants(string pattern) =>
        s_edits
            .SelectMany(edit => edit.From.Matches(pattern).Select(match => Replace(pattern, match, edit.To)))
            .Distinct(StringComparer.Ordinal)
            .Where(IsPattern);

    private static string Replace(string pattern, Match match, string by) =>
        pattern[..match.Index] + match.Result(by) + pattern[(match.Index + match.Length)..];

    private static string Construct(string pattern, IReadOnlyList<TypedConstant> arguments)
    {
        var options = arguments.Count > 1 && arguments[1].Value is int value ? value : 0;
        var text = SymbolDisplay.FormatLiteral(pattern, quote: true);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"new global::System.Text.RegularExpressions.Regex({text}, (global::System.Text.RegularExpressions.RegexOptions){options})"
        );
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"(?<![\[\\])\^|(?<!\\)\$|\\[bAzZ]")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"(?<=[\w\])}])\+")]
    private static partial Regex OneOrMore();

    [GeneratedRegex(@"(?<=[\w\])}])\?")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\|[^|()\[\]]*(?=\))")]
    private static partial Regex LastAlternative();

    [GeneratedRegex(@"(?<!\[[^\]]*)\\p\{L\}")]
    private static partial Regex AnyLetter();

    [GeneratedRegex(@"(?<!\[[^\]]*)\\p\{Lu\}")]
    private static partial Regex UpperLetter();

    [GeneratedRegex(@"(?<!\[[^\]]*)\\s")]
    private static partial Regex AnySpace();

    [GeneratedRegex(@"\{(?<least>\d+),\d*\}")]
    private static partial Regex Most();
}
