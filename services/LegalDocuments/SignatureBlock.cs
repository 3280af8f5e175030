using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>Who signs a document.</summary>
/// <param name="AttorneyName">The attorney.</param>
/// <param name="BarNumber">The attorney's number with the state bar.</param>
/// <param name="Firm">The firm.</param>
/// <param name="Address">The postal address; a line feed separates its lines.</param>
/// <param name="Phone">The telephone number.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record SignatureBlock(
    [property: NotBlank, MaxCharacters(DocumentLimits.Line)] string AttorneyName,
    [property: NotBlank, MaxCharacters(DocumentLimits.Line)] string BarNumber,
    [property: MaxCharacters(DocumentLimits.Line)] string? Firm = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Address = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Phone = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Email = null
);
