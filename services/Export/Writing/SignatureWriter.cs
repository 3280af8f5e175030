using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The signature block.</summary>
internal static class SignatureWriter
{
    public static IEnumerable<OpenXmlElement> Write(SignatureBlock signature) =>
        Lines(signature).Select(line => Paragraphs.Styled(StyleIds.SignatureBlock, line));

    private static IEnumerable<string> Lines(SignatureBlock signature)
    {
        yield return "Respectfully submitted,";
        if (signature.Firm is { Length: > 0 } firm)
        {
            yield return firm;
        }

        yield return $"/s/ {signature.AttorneyName}";
        yield return signature.AttorneyName;
        yield return $"State Bar No. {signature.BarNumber}";
        foreach (var line in signature.Address?.Split('\n') ?? [])
        {
            yield return line;
        }

        if (signature.Phone is { Length: > 0 } phone)
        {
            yield return $"Telephone: {phone}";
        }

        if (signature.Email is { Length: > 0 } email)
        {
            yield return email;
        }
    }
}
