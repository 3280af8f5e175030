using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The caption, centred, a line for each party.</summary>
internal static class CaptionWriter
{
    public static IEnumerable<OpenXmlElement> Write(CaseBlock caption) => Lines(caption).Select(line => line.InStyle(StyleIds.CaseCaption));

    private static IEnumerable<MarkedLine> Lines(CaseBlock caption)
    {
        if (caption.CauseNumber is { Length: > 0 } number)
        {
            yield return new MarkedLine("CAUSE NO. ", ContentTags.CauseNumber, number);
        }

        foreach (var line in Parties(caption))
        {
            yield return line;
        }

        if (caption.Court is { Length: > 0 } court)
        {
            yield return new MarkedLine("", ContentTags.Court, court);
        }
    }

    private static IEnumerable<MarkedLine> Parties(CaseBlock caption) =>
        Side(caption.Plaintiffs, ContentTags.Plaintiff, "Plaintiff", ",")
            .Concat(caption.Defendants.Count > 0 ? [new MarkedLine("v.")] : [])
            .Concat(Side(caption.Defendants, ContentTags.Defendant, "Defendant", "."));

    private static IEnumerable<MarkedLine> Side(IReadOnlyList<string> names, string tag, string role, string end) =>
        names.Count == 0
            ? []
            : names.Select(name => new MarkedLine("", tag, name, ",")).Append(new MarkedLine((names.Count == 1 ? role : role + "s") + end));
}
