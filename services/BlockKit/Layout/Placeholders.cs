using System.Text.RegularExpressions;
using ServiceDefaults.Http;

namespace BlockKit.Layout;

/// <summary>Finds <c>{{placeholders}}</c> and refuses those that nothing can fill, so that a typing error shows when the template is written and not in a filed document.</summary>
internal static partial class Placeholders
{
    public static IEnumerable<string> In(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value);

    public static string Fill(string text, Func<string, string> value) => Placeholder().Replace(text, m => value(m.Groups[1].Value));

    /// <exception cref="ApiException">400: names each line with an unknown placeholder or a stray brace pair.</exception>
    public static void Check(IReadOnlyList<LayoutLine> lines, IReadOnlyList<string> known)
    {
        var errors = lines
            .Select((line, index) => (Field: $"lines[{index}].text", Error: Error(line.Text, known)))
            .Where(e => e.Error is not null)
            .ToDictionary(e => e.Field, e => new[] { e.Error! });
        if (errors.Count > 0)
        {
            throw ApiException.BadRequest(errors);
        }
    }

    private static string? Error(string text, IReadOnlyList<string> known)
    {
        if (In(text).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            return $"has the unknown placeholder {{{{{unknown}}}}}; there are {string.Join(", ", known)}";
        }

        var rest = Fill(text, name => name); // a name has no braces
        return rest.Contains("{{") || rest.Contains("}}") ? "has {{ or }} that make no placeholder" : null;
    }

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Placeholder();
}
