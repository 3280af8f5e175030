using System.Text;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Makes texts from a pattern: each part in its turn, what may be repeated a few times. What looks ahead or behind is passed over, and the text held against the whole.</summary>
internal static class PatternGenerator
{
    private const int MoreThanLeast = 3;
    private const int LongestText = 5000;

    // What is told apart at a glance comes first.
    private static readonly (int First, int Last)[] s_plain = [('a', 'z'), ('A', 'Z'), ('0', '9')];

    /// <summary>A text that matches, of a length between these; null when this try made none.</summary>
    public static string? Make(string pattern, int least, int most, Random random)
    {
        var text = new StringBuilder();
        Append(PatternParser.Parse(pattern), text, random, least);
        if (!pattern.EndsWith('$'))
        {
            text.Append(Alphabet.Word.Text(random.Next(MoreThanLeast), random)); // it says nothing of what comes after
        }

        var (made, length) = (text.ToString(), text.ToString().EnumerateRunes().Count());
        return length >= least && length <= most && made.Length <= LongestText && Patterns.Of(pattern).IsMatch(made) ? made : null;
    }

    /// <param name="wanted">A length to reach: what repeats without end is repeated so often, now and then.</param>
    private static void Append(PatternPart part, StringBuilder text, Random random, int wanted)
    {
        switch (part)
        {
            case PatternPart.Character one when one.Set.Ranges.Count > 0:
                text.Append(One(one.Set, random));
                break;
            case PatternPart.Choice choice:
                Append(choice.Parts[random.Next(choice.Parts.Count)], text, random, wanted);
                break;
            case PatternPart.Sequence sequence:
                foreach (var each in sequence.Parts)
                {
                    Append(each, text, random, wanted);
                }

                break;
            case PatternPart.Group { IsLook: false } group:
                Append(group.Part, text, random, wanted);
                break;
            case PatternPart.Repeat repeat:
                for (var count = Count(repeat, random, wanted); count > 0 && text.Length <= LongestText; count--)
                {
                    Append(repeat.Part, text, random, wanted);
                }

                break;
        }
    }

    private static int Count(PatternPart.Repeat repeat, Random random, int wanted)
    {
        var usual = repeat.Least + MoreThanLeast + (random.Next(2) == 0 ? wanted : 0);
        return random.Next(repeat.Least, Math.Min(repeat.Most ?? int.MaxValue, Math.Min(usual, LongestText)) + 1);
    }

    private static string One(CharacterSet set, Random random)
    {
        var plain = set
            .Ranges.SelectMany(range =>
                s_plain.Select(usual => (First: Math.Max(range.First, usual.First), Last: Math.Min(range.Last, usual.Last)))
            )
            .Where(range => range.First <= range.Last)
            .ToList();
        var ranges = plain.Count > 0 && random.Next(8) > 0 ? plain : [.. set.Ranges];
        var (first, last) = ranges[random.Next(ranges.Count)];
        var character = random.Next(first, last + 1);
        // Control characters and halves of pairs are seldom what is meant.
        return Rune.IsValid(character) && (character >= ' ' || last < ' ') ? new Rune(character).ToString()
            : Rune.IsValid(last) ? new Rune(last).ToString()
            : "";
    }
}
