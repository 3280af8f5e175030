using System.Collections.Concurrent;
using System.Globalization;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The properties that <c>\p{…}</c> names (ECMA-262, 22.2.1.9): general categories, a few others, and the scripts in use most.</summary>
internal static class CharacterProperties
{
    private static readonly ConcurrentDictionary<string, CharacterSet> s_known = new();

    // Unicode's long names of the categories (UAX #44, table 12), each with its short one.
    private static readonly Dictionary<string, string> s_categories = """
        Letter L Uppercase_Letter Lu Lowercase_Letter Ll Titlecase_Letter Lt Modifier_Letter Lm Other_Letter Lo
        Mark M Nonspacing_Mark Mn Spacing_Mark Mc Enclosing_Mark Me Number N Decimal_Number Nd digit Nd Letter_Number Nl Other_Number No
        Punctuation P punct P Connector_Punctuation Pc Dash_Punctuation Pd Open_Punctuation Ps Close_Punctuation Pe
        Initial_Punctuation Pi Final_Punctuation Pf Other_Punctuation Po
        Symbol S Math_Symbol Sm Currency_Symbol Sc Modifier_Symbol Sk Other_Symbol So
        Separator Z Space_Separator Zs Line_Separator Zl Paragraph_Separator Zp
        Other C Control Cc Format Cf Surrogate Cs Private_Use Co Unassigned Cn
        Uppercase Lu Lowercase Ll
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    // In the order of UnicodeCategory.
    private static readonly string[] s_short =
        "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' ');

    // Letters of a script that stand in its own blocks (Unicode's Scripts.txt, without marks and forms for compatibility).
    private static readonly Dictionary<string, (int, int)[]> s_scripts = new()
    {
        ["Latin"] = [(0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8), (0x1E00, 0x1EFF)],
        ["Greek"] =
        [
            (0x370, 0x373),
            (0x375, 0x377),
            (0x37A, 0x37D),
            (0x37F, 0x37F),
            (0x384, 0x384),
            (0x386, 0x386),
            (0x388, 0x3E1),
            (0x3F0, 0x3FF),
            (0x1F00, 0x1FFE),
        ],
        ["Cyrillic"] = [(0x400, 0x484), (0x487, 0x52F), (0x1C80, 0x1C88), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
        ["Hebrew"] = [(0x591, 0x5F4)],
        ["Arabic"] =
        [
            (0x600, 0x604),
            (0x606, 0x60B),
            (0x60D, 0x61A),
            (0x61C, 0x61E),
            (0x620, 0x63F),
            (0x641, 0x64A),
            (0x656, 0x66F),
            (0x671, 0x6DC),
            (0x6DE, 0x6FF),
            (0x750, 0x77F),
        ],
        ["Devanagari"] = [(0x900, 0x950), (0x955, 0x963), (0x966, 0x97F)],
        ["Thai"] = [(0xE01, 0xE3A), (0xE40, 0xE5B)],
        ["Hiragana"] = [(0x3041, 0x3096), (0x309D, 0x309F)],
        ["Katakana"] = [(0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF)],
        ["Han"] =
        [
            (0x2E80, 0x2FD5),
            (0x3005, 0x3005),
            (0x3007, 0x3007),
            (0x3021, 0x3029),
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xF900, 0xFAD9),
            (0x20000, 0x323AF),
        ],
        ["Hangul"] = [(0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xD7B0, 0xD7FB)],
    };

    /// <summary>The characters that have a property.</summary>
    /// <exception cref="FormatException">It is not known here.</exception>
    public static CharacterSet Of(string name) => s_known.GetOrAdd(name, Find);

    private static CharacterSet Find(string name) =>
        name.Split('=') switch
        {
            ["Script" or "sc" or "Script_Extensions" or "scx", var script] when s_scripts.TryGetValue(script, out var ranges) => new(
                ranges
            ),
            ["General_Category" or "gc", var category] => Of(category),
            ["Any"] => new([(0, 0x10FFFF)]),
            ["ASCII"] => new([(0, 0x7F)]),
            ["Alphabetic" or "Alpha"] => Of("L").And(Of("Nl")),
            ["White_Space" or "space"] => CharacterSet.Blanks,
            [var category] when Category(s_categories.GetValueOrDefault(category, category)) is { } set => set,
            _ => throw new FormatException($"The property \\p{{{name}}} is not known here."),
        };

    private static CharacterSet? Category(string name) =>
        name.Length is 1 or 2 && s_short.Any(each => each.StartsWith(name, StringComparison.Ordinal))
            ? CharacterSet.Of(category => s_short[(int)category].StartsWith(name, StringComparison.Ordinal))
            : null;
}
