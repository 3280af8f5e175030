using BlockKit.Text;
using ServiceDefaults.Http;

namespace Signature.Extraction;

/// <summary>A signature block as it was found. Each string is a substring of the paragraphs, joined by line breaks.</summary>
/// <param name="AttorneyName">Who signed.</param>
/// <param name="BarNumber">The number alone, such as <c>24012345</c>.</param>
/// <param name="Firm">The law firm or office.</param>
/// <param name="Address">From the street to the ZIP code; line breaks as in the input.</param>
/// <param name="Phone">The telephone number alone; never the fax number.</param>
/// <param name="Email">The first address.</param>
public sealed record ExtractedSignature(
    [property: MaxCharacters(SourceText.LongestLine)] string AttorneyName,
    [property: MaxCharacters(SourceText.LongestLine)] string BarNumber,
    [property: MaxCharacters(SourceText.LongestLine)] string? Firm = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Address = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Phone = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Email = null
);
