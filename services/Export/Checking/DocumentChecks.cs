using LegalDocuments;
using ServiceDefaults.Http;

namespace Export.Checking;

/// <summary>Rules that a LegalDocument must keep to be exported, beyond its schema: what a schema cannot say.</summary>
internal static class DocumentChecks
{
    /// <summary>Checks a document.</summary>
    /// <exception cref="ApiException">422: names the first rule that is broken, and where.</exception>
    public static void Check(LegalDocument document)
    {
        if (Faults(document).FirstOrDefault() is { } fault)
        {
            throw ApiException.Unprocessable($"The document cannot be exported: {fault}.");
        }
    }

    private static IEnumerable<string> Faults(LegalDocument document) =>
        SizeFaults(document.Body)
            .Concat(TextFaults(document))
            .Concat(document.Body.AllSections().SelectMany((section, index) => SectionFaults(section, index)));

    private static IEnumerable<string> SizeFaults(DocumentBody body)
    {
        var sections = body.AllSections().Take(DocumentLimits.Items + 1).ToList();
        if (sections.Count > DocumentLimits.Items || sections.Sum(s => s.Paragraphs.Count) > DocumentLimits.Items)
        {
            yield return $"it has more than {DocumentLimits.Items} sections or paragraphs";
        }

        if (!sections.Any(s => !string.IsNullOrWhiteSpace(s.Title) || s.Paragraphs.Any(p => !string.IsNullOrWhiteSpace(p.Text))))
        {
            yield return "it has no text";
        }
    }

    private static IEnumerable<string> TextFaults(LegalDocument document)
    {
        var (meta, caption, signature) = (document.Meta, document.Caseblock, document.SignatureBlock);
        IEnumerable<string?> texts =
        [
            meta.Title,
            meta.Type,
            .. caption is null ? [] : caption.Plaintiffs.Concat(caption.Defendants).Append(caption.CauseNumber).Append(caption.Court),
            signature?.AttorneyName,
            signature?.BarNumber,
            signature?.Firm,
            signature?.Address,
            signature?.Phone,
            signature?.Email,
        ];
        return texts
            .OfType<string>()
            .Where(t => !XmlText.IsWritable(t))
            .Select(t => $"'{XmlText.Shown(t)}' holds a control character that a DOCX cannot keep");
    }

    private static IEnumerable<string> SectionFaults(Section section, int index)
    {
        var name = $"section '{XmlText.Shown(section.Title)}'";
        if (!XmlText.IsWritable(section.Title))
        {
            yield return $"the title of {name} holds a control character that a DOCX cannot keep";
        }

        if (string.IsNullOrWhiteSpace(section.Title) && index > 0)
        {
            yield return "only the first section may have no title";
        }

        if (section.Children.FirstOrDefault(c => c.Level <= section.Level) is { } child)
        {
            yield return $"section '{XmlText.Shown(child.Title)}' stands within {name} but is not deeper (level {child.Level} in {section.Level})";
        }

        foreach (var (fault, position) in section.Paragraphs.SelectMany((p, i) => ParagraphChecks.Faults(p).Select(f => (f, i + 1))))
        {
            yield return $"paragraph {position} of {name} {fault}";
        }
    }
}
