using System.Text;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Makes text harmless that comes from services, tests and manifests, where it is shown: to a terminal, to MSBuild, to a CI system. It is read character by character, so a part may end anywhere.</summary>
/// <remarks>
/// Control characters (ECMA-48) and those that turn the direction of text (Unicode, UAX 9) are shown as visible signs; a new line and a tab stay.
/// What CI systems take for commands is broken by a blank: <c>##vso[</c> and <c>##[</c> (Azure Pipelines), <c>##teamcity[</c>, and <c>::error</c> at the start of a line (GitHub Actions).
/// </remarks>
public sealed class HarmlessText
{
    private const char Replacement = '\uFFFD';
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char Delete = '\u007F';

    private readonly StringBuilder _shown = new();
    private Line _line;
    private char _last;
    private char _highHalf;

    /// <summary>A whole text.</summary>
    public static string Of(string text)
    {
        var harmless = new HarmlessText();
        harmless.Add(text);
        return harmless.Take() + (harmless._highHalf == 0 ? "" : Replacement);
    }

    /// <summary>A whole text on one line: for a name, or a message of which MSBuild makes a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters are kept.</param>
    public static string OneLine(string text, int most = int.MaxValue)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Of(words.Length <= most ? words : words[..most] + "…");
    }

    /// <summary>Reads the next part.</summary>
    public void Add(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            Add(character);
        }
    }

    /// <summary>What can be shown so far and was not taken yet.</summary>
    public string Take()
    {
        var text = _shown.ToString();
        _shown.Clear();
        return text;
    }

    private void Add(char character)
    {
        if (_highHalf != 0)
        {
            _shown.Append(char.IsLowSurrogate(character) ? [_highHalf, character] : [Replacement]);
            (var paired, _highHalf) = (char.IsLowSurrogate(character), '\0');
            if (paired)
            {
                Remember('x');
                return;
            }
        }
        if (char.IsHighSurrogate(character))
        {
            _highHalf = character;
            return;
        }
        if (BeginsCommand(character))
        {
            _shown.Append(' ');
        }
        _shown.Append(Shown(character));
        Remember(character);
    }

    private bool BeginsCommand(char character) => (_last == '#' && character == '#') || (_line == Line.FirstColon && character == ':');

    private void Remember(char character)
    {
        _line =
            character == '\n' ? Line.Blank
            : _line != Line.Blank ? Line.Begun
            : char.IsWhiteSpace(character) ? Line.Blank
            : character == ':' ? Line.FirstColon
            : Line.Begun;
        _last = character;
    }

    /// <summary>Whether a character steers a terminal, ends a line, or reorders the text around it.</summary>
    public static bool IsHarmful(char character) =>
        char.IsControl(character)
        || character
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                or (>= '\uFFF9' and <= '\uFFFB');

    private static char Shown(char character) =>
        character switch
        {
            '\n' or '\t' => character,
            < ' ' => (char)(ControlPictures + character),
            Delete => DeletePicture,
            _ when IsHarmful(character) || char.IsLowSurrogate(character) => Replacement,
            _ => character,
        };

    private enum Line
    {
        Blank,
        FirstColon,
        Begun,
    }
}
