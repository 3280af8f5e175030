using System.ComponentModel.DataAnnotations;
using BlockKit.Text;
using ServiceDefaults.Http;

namespace Signature.Formatting;

/// <summary>What a signature block says; what <c>extract</c> finds fits in.</summary>
/// <param name="AttorneyName">Who signs.</param>
/// <param name="BarNumber">The number alone.</param>
/// <param name="Firm">The law firm or office.</param>
/// <param name="Address">It may have several lines.</param>
/// <param name="Phone">The telephone number alone.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record SignatureFields(
    [property: NotBlank, MinLength(1), MaxCharacters(SourceText.LongestLine)] string AttorneyName,
    [property: NotBlank, MinLength(1), MaxCharacters(SourceText.LongestLine)] string BarNumber,
    [property: MaxCharacters(SourceText.LongestLine)] string? Firm = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Address = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Phone = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Email = null
);

/// <summary>Which template to fill, and with what.</summary>
/// <param name="TemplateId">An approved template.</param>
/// <param name="Signature">What to fill in.</param>
public sealed record FormatRequest(Guid TemplateId, SignatureFields Signature) : IRequestBody;
