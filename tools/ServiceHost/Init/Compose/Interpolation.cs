using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>Turns Compose's variables (<c>$VAR</c>, <c>${VAR:-default}</c>) into the manifest's references.</summary>
internal static class Interpolation
{
    // Not backtracking: one that is opened again and again, and never closed, would take the square of its length.
    private static readonly Regex s_variable = new(
        @"\$\$|\$(?<name>[A-Za-z_][A-Za-z0-9_]*)|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)((?<mark>:?[-?+])(?<default>[^}]*))?\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>The text as a manifest has it.</summary>
    /// <returns>Null when it has what a manifest can't say: a variable within a default, <c>${VAR:+…}</c>, a dollar before a variable.</returns>
    public static string? Convert(string text)
    {
        if (s_variable.Replace(text, "").Contains("${", StringComparison.Ordinal))
        {
            return null; // a variable that is not closed
        }
        var (result, at) = (new StringBuilder(), 0);
        foreach (Match match in s_variable.Matches(text))
        {
            result.Append(text, at, match.Index - at);
            at = match.Index + match.Length;
            if (match.Value == "$$")
            {
                // A dollar; before a brace it would begin a reference, and is written twice.
                result.Append(at < text.Length && text[at] == '{' ? "$$" : "$");
            }
            else if (Reference(match) is { } reference && !(result.Length > 0 && result[^1] == '$'))
            {
                result.Append(reference);
            }
            else
            {
                return null;
            }
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text with each default in its variable's place, for what must be known now.</summary>
    /// <returns>Null when a variable has none.</returns>
    public static string? Defaults(string text)
    {
        var known = true;
        var result = s_variable.Replace(
            text,
            match =>
            {
                known &= match.Value == "$$" || match.Groups["default"].Success;
                return match.Value == "$$" ? "$" : match.Groups["default"].Value;
            }
        );
        return known ? result : null;
    }

    private static string? Reference(Match match)
    {
        var (name, mark, rest) = (match.Groups["name"].Value, match.Groups["mark"].Value, match.Groups["default"].Value);
        return mark switch
        {
            "" or "?" or ":?" => $"${{env:{name}}}",
            "-" or ":-" when !rest.Contains('$', StringComparison.Ordinal) => $"${{env:{name}:-{rest}}}",
            _ => null,
        };
    }
}
