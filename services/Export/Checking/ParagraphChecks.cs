using LegalDocuments;

namespace Export.Checking;

/// <summary>Rules of one paragraph.</summary>
internal static class ParagraphChecks
{
    /// <summary>What is wrong with it, as the end of a sentence about it.</summary>
    public static IEnumerable<string> Faults(Paragraph paragraph)
    {
        if (!XmlText.IsWritable(paragraph.Text))
        {
            yield return "holds a control character that a DOCX cannot keep";
        }

        if (paragraph.FormatSpans.Any(span => !IsPart(span.StartOffset, span.EndOffset, paragraph.Text)))
        {
            yield return "has a format span that is no part of its text";
        }

        foreach (var fault in SentenceFaults(paragraph))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> SentenceFaults(Paragraph paragraph)
    {
        var end = 0;
        foreach (var sentence in paragraph.Sentences)
        {
            if (
                !IsPart(sentence.StartOffset, sentence.EndOffset, paragraph.Text)
                || paragraph.Text[sentence.StartOffset..sentence.EndOffset] != sentence.Text
            )
            {
                yield return $"has a sentence that is not its text from {sentence.StartOffset} to {sentence.EndOffset}";
                yield break;
            }

            if (sentence.StartOffset < end)
            {
                yield return "has sentences that overlap or are out of order";
            }

            end = sentence.EndOffset;
        }
    }

    private static bool IsPart(int start, int end, string text) =>
        start >= 0 && start <= end && end <= text.Length && !SplitsCharacter(text, start) && !SplitsCharacter(text, end);

    private static bool SplitsCharacter(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
