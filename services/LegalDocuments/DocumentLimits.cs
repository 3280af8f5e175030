namespace LegalDocuments;

/// <summary>How large a document may be. Wide enough for a brief of a thousand pages, narrow enough for one request.</summary>
public static class DocumentLimits
{
    /// <summary>Characters of a title, of the document or of a section.</summary>
    public const int Title = 1_000;

    /// <summary>Characters of a short value: a number, a type, a name of a style.</summary>
    public const int Word = 50;

    /// <summary>Characters of a name, an address or another line of a caption or a signature block.</summary>
    public const int Line = 1_000;

    /// <summary>Characters of a paragraph; what Facts takes.</summary>
    public const int Text = 50_000;

    /// <summary>Parties of one side.</summary>
    public const int Parties = 100;

    /// <summary>Sections, and paragraphs, of a document.</summary>
    public const int Items = 10_000;

    /// <summary>Sentences, or spans of the three styles, of a paragraph: no text within its bound has more.</summary>
    public const int Pieces = 3 * Text / 2;

    /// <summary>Citations of a document.</summary>
    public const int Citations = 100_000;

    /// <summary>The deepest level of a section: Word has headings 1 to 9.</summary>
    public const int Levels = 9;
}
