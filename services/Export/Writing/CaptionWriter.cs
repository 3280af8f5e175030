using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The caption, centred: a line for each party, so that a name with a comma or an "and" in it stays one name.</summary>
internal static class CaptionWriter
{
    public static IEnumerable<OpenXmlElement> Write(CaseBlock caption) =>
        Lines(caption).Select(line => Paragraphs.Styled(StyleIds.CaseCaption, line));

    private static IEnumerable<string> Lines(CaseBlock caption)
    {
        if (caption.CauseNumber is { Length: > 0 } number)
        {
            yield return $"CAUSE NO. {number}";
        }

        foreach (var line in Parties(caption))
        {
            yield return line;
        }

        if (caption.Court is { Length: > 0 } court)
        {
            yield return court;
        }
    }

    private static IEnumerable<string> Parties(CaseBlock caption) =>
        Side(caption.Plaintiffs, "Plaintiff", ",")
            .Concat(caption.Defendants.Count > 0 ? ["v."] : [])
            .Concat(Side(caption.Defendants, "Defendant", "."));

    private static IEnumerable<string> Side(IReadOnlyList<string> names, string role, string end) => names.Count == 0
        ? []
        : names.Select(name => $"{name},").Append((names.Count == 1 ? role : role + "s") + end);
}
