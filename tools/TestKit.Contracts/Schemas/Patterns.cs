using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Patterns as ECMA-262 reads them (JSON Schema 2020-12, 6.4); .NET's own reading differs.</summary>
internal static partial class Patterns
{
    // Unicode's long names of the categories (UAX #44, table 12); .NET knows the short ones alone.
    private static readonly Dictionary<string, string> s_categories = """
        Letter L Uppercase_Letter Lu Lowercase_Letter Ll Titlecase_Letter Lt Modifier_Letter Lm Other_Letter Lo
        Mark M Nonspacing_Mark Mn Spacing_Mark Mc Enclosing_Mark Me Number N Decimal_Number Nd digit Nd Letter_Number Nl Other_Number No
        Punctuation P punct P Connector_Punctuation Pc Dash_Punctuation Pd Open_Punctuation Ps Close_Punctuation Pe
        Initial_Punctuation Pi Final_Punctuation Pf Other_Punctuation Po
        Symbol S Math_Symbol Sm Currency_Symbol Sc Modifier_Symbol Sk Other_Symbol So
        Separator Z Space_Separator Zs Line_Separator Zl Paragraph_Separator Zp
        Other C Control Cc Format Cf Surrogate Cs Private_Use Co Unassigned Cn
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static Regex Of(string pattern)
    {
        var ended = EndAnchor().Replace(pattern, anchor => anchor.Value == "$" ? @"(?![\s\S])" : anchor.Value);
        var named = Category().Replace(ended, category => s_categories.GetValueOrDefault(category.Value, category.Value));
        // .NET reads categories only outside of its ECMAScript mode.
        var hasCategory = pattern.Contains(@"\p", StringComparison.OrdinalIgnoreCase);
        return new Regex(named, hasCategory ? RegexOptions.None : RegexOptions.ECMAScript, s_patience);
    }

    // To .NET, $ stands before a last line feed too; to ECMA-262 at the end alone. One that is escaped, or within brackets, is none.
    [GeneratedRegex(@"\\[\s\S]|\[(\\[\s\S]|[^\]\\])*\]|\$", RegexOptions.ExplicitCapture)]
    private static partial Regex EndAnchor();

    [GeneratedRegex(@"(?<=(^|[^\\])(\\\\)*\\[pP]\{)\w+(?=\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Category();
}
