using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The signature block.</summary>
internal static class SignatureWriter
{
    public static IEnumerable<OpenXmlElement> Write(SignatureBlock signature) =>
        Lines(signature).Where(line => line.Tag is null || line.Value.Length > 0).Select(line => line.InStyle(StyleIds.SignatureBlock));

    private static IEnumerable<MarkedLine> Lines(SignatureBlock signature) =>
        [
            new("Respectfully submitted,"),
            new("", ContentTags.Firm, signature.Firm ?? ""),
            new($"/s/ {signature.AttorneyName}"),
            new("", ContentTags.AttorneyName, signature.AttorneyName),
            new("State Bar No. ", ContentTags.BarNumber, signature.BarNumber),
            new("", ContentTags.Address, signature.Address ?? ""),
            new("Telephone: ", ContentTags.Phone, signature.Phone ?? ""),
            new("", ContentTags.Email, signature.Email ?? ""),
        ];
}
