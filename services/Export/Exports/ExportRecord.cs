using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Export.Exports;

/// <summary>Asks for a draft as a DOCX.</summary>
/// <param name="DraftId">The draft, in Records.</param>
/// <param name="IncludeExhibits">Whether to add the appendix of exhibits.</param>
/// <param name="IncludeAuthorities">Whether to add the table of authorities.</param>
public sealed record ExportRequest(Guid DraftId, bool IncludeExhibits = false, bool IncludeAuthorities = false) : IRequestBody;

/// <summary>What is known of a file that was handed out. The file itself is not kept: it can be made again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Where the document came from.</param>
/// <param name="Title">The document's title.</param>
/// <param name="FileName">The name the file was given.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hex.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="IncludeExhibits">Whether it has the appendix of exhibits.</param>
/// <param name="IncludeAuthorities">Whether it has the table of authorities.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="DraftId">The draft it was made from.</param>
/// <param name="DraftVersion">The version the draft was at.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record ExportRecord(
    Guid Id,
    ExportSource Source,
    string Title,
    string FileName,
    [property: RegularExpression("^[0-9a-f]{64}$")] string Sha256,
    [property: Range(1, int.MaxValue)] int SizeBytes,
    bool IncludeExhibits,
    bool IncludeAuthorities,
    DateTimeOffset CreatedAt,
    Guid? DraftId = null,
    [property: Range(1, int.MaxValue)] int? DraftVersion = null,
    [property: Range(0, int.MaxValue)] int? DurationMs = null
);

/// <summary>Where an exported document came from.</summary>
public enum ExportSource
{
    /// <summary>A draft in Records.</summary>
    Draft,

    /// <summary>The request itself.</summary>
    Inline,
}
