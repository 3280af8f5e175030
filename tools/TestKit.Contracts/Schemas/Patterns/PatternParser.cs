using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// Reads a pattern by the grammar of ECMA-262 (22.2.1) with its flag <c>u</c>, and what that leaves out by Annex B: <c>\-</c> is <c>-</c>, a <c>{</c>
/// that begins no quantifier is itself.
/// </summary>
internal sealed partial class PatternParser
{
    private const int Deepest = 200;

    private readonly string _pattern;
    private int _at;
    private int _depth;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <exception cref="FormatException">It is not a pattern.</exception>
    public static PatternPart Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var whole = parser.Choice();
        return parser._at == pattern.Length ? whole : throw parser.Error("a ) that closes nothing");
    }

    private char? Next => _at < _pattern.Length ? _pattern[_at] : null;

    private PatternPart Choice()
    {
        if (++_depth > Deepest)
        {
            throw Error("too many groups within each other");
        }

        var choices = new List<PatternPart> { Sequence() };
        while (Takes("|"))
        {
            choices.Add(Sequence());
        }

        _depth--;
        return choices is [var only] ? only : new PatternPart.Choice(choices);
    }

    private PatternPart.Sequence Sequence()
    {
        var parts = new List<PatternPart>();
        while (Next is not (null or '|' or ')'))
        {
            parts.Add(Repeated(Atom()));
        }

        return new PatternPart.Sequence(parts);
    }

    private PatternPart Repeated(PatternPart part)
    {
        var quantifier = Quantifier().Match(_pattern, _at);
        if (!quantifier.Success)
        {
            return part;
        }

        _at += quantifier.Length;
        var (least, most) = quantifier.Groups["sign"].Value switch
        {
            "*" => (0, (int?)null),
            "+" => (1, null),
            "?" => (0, 1),
            _ => Bounds(quantifier),
        };
        return new PatternPart.Repeat(part, least, most, Takes("?"));
    }

    private (int, int?) Bounds(Match quantifier)
    {
        var least = Number(quantifier.Groups["least"].Value);
        return !quantifier.Groups["comma"].Success ? (least, least)
            : quantifier.Groups["most"].Value is { Length: > 0 } most
                ? Number(most) is var end && end >= least ? (least, end)
                    : throw Error("a quantifier out of order")
            : (least, null);
    }

    private int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Error("a number that is too large");

    private PatternPart Atom() =>
        Next switch
        {
            '(' => Group(),
            '[' => new PatternPart.Character(Class()),
            '.' when Takes(".") => new PatternPart.Character(CharacterSet.Any),
            '^' when Takes("^") => new PatternPart.Assertion("^"),
            // To .NET, $ stands before a last line feed too.
            '$' when Takes("$") => new PatternPart.Assertion(@"(?![\s\S])"),
            '*' or '+' or '?' => throw Error("nothing to repeat"),
            '\\' => Escape(),
            _ => new PatternPart.Character(CharacterSet.Of(Character())),
        };

    private PatternPart.Group Group()
    {
        var opening = Opening().Match(_pattern, _at);
        _at += opening.Length;
        var group = new PatternPart.Group(opening.Value, Choice());
        return Takes(")") ? group : throw Error("a ( without its )");
    }

    private PatternPart Escape()
    {
        const string words = "[0-9A-Za-z_]";
        var reference = Reference().Match(_pattern, _at);
        _at += reference.Length;
        return reference.Value switch
        {
            @"\b" => new PatternPart.Assertion($"(?:(?<={words})(?!{words})|(?<!{words})(?={words}))"),
            @"\B" => new PatternPart.Assertion($"(?:(?<={words})(?={words})|(?<!{words})(?!{words}))"),
            "" => new PatternPart.Character(EscapedSet()),
            _ => new PatternPart.Assertion($"(?:{reference.Value})"),
        };
    }

    private CharacterSet Class()
    {
        _at++;
        var (isNegated, set) = (Takes("^"), new CharacterSet([]));
        while (!Takes("]"))
        {
            var first = ClassPart();
            if (Next == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']' && Single(first) is { } from)
            {
                _at++;
                first = Single(ClassPart()) is { } to && to >= from ? new CharacterSet([(from, to)]) : throw Error("a range out of order");
            }

            set = set.And(first);
        }

        return isNegated ? set.Others() : set;
    }

    private CharacterSet ClassPart() =>
        Next switch
        {
            null => throw Error("a [ without its ]"),
            '\\' when Takes(@"\b") => CharacterSet.Of('\b'),
            '\\' => EscapedSet(),
            _ => CharacterSet.Of(Character()),
        };

    private static int? Single(CharacterSet set) => set.Ranges is [var (first, last)] && first == last ? first : null;

    private CharacterSet EscapedSet()
    {
        _at++;
        if (Property().Match(_pattern, _at) is { Success: true } property)
        {
            _at += property.Length;
            var set = CharacterProperties.Of(property.Groups["name"].Value);
            return property.Value[0] == 'P' ? set.Others() : set;
        }

        if (Code().Match(_pattern, _at) is { Success: true } code)
        {
            _at += code.Length;
            return CharacterSet.Of(CodeOf(code));
        }

        var character = Next is null ? throw Error("a \\ at the end") : Character();
        return character switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Others(),
            'w' => CharacterSet.Words,
            'W' => CharacterSet.Words.Others(),
            's' => CharacterSet.Blanks,
            'S' => CharacterSet.Blanks.Others(),
            't' => CharacterSet.Of('\t'),
            'n' => CharacterSet.Of('\n'),
            'v' => CharacterSet.Of('\v'),
            'f' => CharacterSet.Of('\f'),
            'r' => CharacterSet.Of('\r'),
            '0' => CharacterSet.Of('\0'),
            _ => CharacterSet.Of(character),
        };
    }

    /// <summary>Of <c>xFF</c>, <c>uFFFF</c>, <c>u{10FFFF}</c>, two halves of a pair, or <c>cA</c>.</summary>
    private int CodeOf(Match code)
    {
        var (hex, low) = (code.Groups["hex"].Value, code.Groups["low"].Value);
        return code.Groups["letter"].Value is [var letter] ? letter % 32
            : low.Length > 0 ? char.ConvertToUtf32((char)Hex(hex), (char)Hex(low))
            : Hex(hex);
    }

    private int Hex(string digits) =>
        int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) && number <= 0x10FFFF
            ? number
            : throw Error("a character that is too large");

    private int Character()
    {
        var character = Rune.TryGetRuneAt(_pattern, _at, out var rune) ? rune.Value : _pattern[_at];
        _at += character > char.MaxValue ? 2 : 1;
        return character;
    }

    private bool Takes(string text)
    {
        var isThere = string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;
        _at += isThere ? text.Length : 0;
        return isThere;
    }

    private FormatException Error(string what) => new($"The pattern {_pattern} has {what} at {_at}.");

    [GeneratedRegex(@"\G((?<sign>[*+?])|\{(?<least>\d+)((?<comma>,)(?<most>\d*))?\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Quantifier();

    [GeneratedRegex(@"\G\((\?(:|=|!|<=|<!|<\w+>))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G(\\[bB]|\\[1-9]\d?|\\k<\w+>)", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\G[pP]\{(?<name>[\w=]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex(
        @"\G(u\{(?<hex>[0-9A-Fa-f]+)\}|u(?<hex>[dD][89abAB][0-9A-Fa-f]{2})\\u(?<low>[dD][c-fC-F][0-9A-Fa-f]{2})|u(?<hex>[0-9A-Fa-f]{4})|x(?<hex>[0-9A-Fa-f]{2})|c(?<letter>[A-Za-z]))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Code();
}
