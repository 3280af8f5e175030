using DocumentFormat.OpenXml;
using LegalDocuments;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>Text as Word's runs: one for each stretch that looks the same.</summary>
internal static class Runs
{
    /// <summary>Runs of a text, set apart where its spans say so.</summary>
    public static IEnumerable<W.Run> Of(string text, IReadOnlyList<FormatSpan> spans)
    {
        var changes = spans
            .SelectMany(s => new[] { (At: s.StartOffset, s.Style, Step: 1), (At: s.EndOffset, s.Style, Step: -1) })
            .Append((At: text.Length, Style: default(FormatStyle), Step: 0))
            .OrderBy(c => c.At);
        var depth = new int[Enum.GetValues<FormatStyle>().Length];
        var start = 0;
        foreach (var change in changes)
        {
            if (change.At > start)
            {
                yield return Piece(text[start..change.At], depth);
                start = change.At;
            }

            depth[(int)change.Style] += change.Step;
        }
    }

    /// <summary>A run of plain text.</summary>
    public static W.Run Of(string text) => Piece(text, []);

    private static W.Run Piece(string text, ReadOnlySpan<int> depth)
    {
        var run = new W.Run();
        if (Properties(depth) is { HasChildren: true } properties)
        {
            run.Append(properties);
        }

        run.Append(Content(text));
        return run;
    }

    private static W.RunProperties Properties(ReadOnlySpan<int> depth)
    {
        var properties = new W.RunProperties();
        if (IsOn(depth, FormatStyle.Bold))
        {
            properties.Bold = new W.Bold();
        }

        if (IsOn(depth, FormatStyle.Italic))
        {
            properties.Italic = new W.Italic();
        }

        if (IsOn(depth, FormatStyle.Underline))
        {
            properties.Underline = new W.Underline { Val = W.UnderlineValues.Single };
        }

        return properties;
    }

    private static bool IsOn(ReadOnlySpan<int> depth, FormatStyle style) => depth.Length > 0 && depth[(int)style] > 0;

    /// <summary>Line feeds and tabs are elements in WordprocessingML, not characters (ECMA-376, 17.3.3).</summary>
    private static IEnumerable<OpenXmlElement> Content(string text)
    {
        var start = 0;
        for (var at = text.IndexOfAny(['\n', '\t']); at >= 0; at = text.IndexOfAny(['\n', '\t'], start))
        {
            if (at > start)
            {
                yield return Text(text[start..at]);
            }

            yield return text[at] == '\t' ? new W.TabChar() : new W.Break();
            start = at + 1;
        }

        if (start < text.Length)
        {
            yield return Text(text[start..]);
        }
    }

    private static W.Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
