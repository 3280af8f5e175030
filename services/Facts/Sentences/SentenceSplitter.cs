namespace Facts.Sentences;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
internal readonly record struct Span(int Start, int End)
{
    public string Of(string text) => text[Start..End];
}

/// <summary>Cuts a text into sentences that cover all of it but white space. One pass: the time grows with the length, not faster.</summary>
internal static class SentenceSplitter
{
    private const string ClosingMarks = "\"'”’»)]";
    private const string OpeningMarks = "\"'“‘«([";

    public static List<Span> Split(string text)
    {
        var sentences = new List<Span>();
        var start = SkipSpace(text, 0);
        for (var at = start; at < text.Length; )
        {
            var mark = new Span(at, EndOfMark(text, at));
            at = mark.Start == mark.End ? at + 1 : SkipAny(text, mark.End, ClosingMarks);
            if (mark.Start < mark.End && Ends(text, start, mark, at))
            {
                sentences.Add(new Span(start, at));
                at = start = SkipSpace(text, at);
            }
        }

        var end = text.AsSpan().TrimEnd().Length;
        if (start < end)
        {
            sentences.Add(new Span(start, end));
        }

        return sentences;
    }

    /// <summary>Whether the sentence from <paramref name="start"/> ends with <paramref name="mark"/> and the closing marks up to <paramref name="end"/>.</summary>
    private static bool Ends(string text, int start, Span mark, int end)
    {
        var next = SkipAny(text, SkipSpace(text, end), OpeningMarks);
        if (next >= text.Length || !char.IsWhiteSpace(text[end]) || char.IsLower(text[next]))
        {
            return false;
        }

        return mark.Of(text) switch
        {
            "." => PeriodEnds(text, start, mark.Start, next),
            // Three dots leave something out; four are an ellipsis and a period.
            "..." or ". . ." or "…" => false,
            _ => true,
        };
    }

    private static bool PeriodEnds(string text, int start, int period, int next)
    {
        var word = WordBefore(text, start, period);
        if (word.Start == start && Abbreviations.IsListNumber(word.Of(text)))
        {
            return false;
        }

        return Abbreviations.KindOf(word.Of(text)) switch
        {
            AbbreviationKind.NeverLast => false,
            AbbreviationKind.MayBeLast => Abbreviations.StartsSentence(WordAt(text, next)),
            _ => true,
        };
    }

    private static Span WordBefore(string text, int start, int end)
    {
        var first = end;
        while (first > start && !char.IsWhiteSpace(text[first - 1]) && !Opens(text, start, first - 1))
        {
            first--;
        }

        return new Span(first, end);
    }

    // An apostrophe within a word, as in Ass'n, opens nothing.
    private static bool Opens(string text, int start, int at) =>
        OpeningMarks.Contains(text[at]) && (text[at] != '\'' || at == start || !char.IsLetter(text[at - 1]));

    /// <summary>The word at a place, with a period that belongs to it.</summary>
    private static string WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..(end < text.Length && text[end] == '.' ? end + 1 : end)];
    }

    /// <summary>Behind a run such as <c>.</c>, <c>?!</c>, <c>...</c> or <c>. . .</c>; <paramref name="at"/> itself when there is none.</summary>
    private static int EndOfMark(string text, int at)
    {
        var end = at;
        while (end < text.Length && (text[end] is '.' or '!' or '?' or '…' || (end > at && IsSpacedDot(text, end))))
        {
            end++;
        }

        return end;
    }

    private static bool IsSpacedDot(string text, int at) =>
        text[at] == ' ' && text[at - 1] == '.' && at + 1 < text.Length && text[at + 1] == '.';

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipAny(string text, int at, string marks)
    {
        while (at < text.Length && marks.Contains(text[at]))
        {
            at++;
        }

        return at;
    }
}
