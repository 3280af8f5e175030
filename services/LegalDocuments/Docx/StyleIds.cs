namespace LegalDocuments.Docx;

/// <summary>The paragraph styles by which Export marks the parts of a document, and Ingestion knows them again.</summary>
public static class StyleIds
{
    /// <summary>The document's title.</summary>
    public const string Title = "Title";

    /// <summary>A paragraph of the text.</summary>
    public const string BodyText = "BodyText";

    /// <summary>A line of the table of authorities or of the appendix.</summary>
    public const string Listing = "Listing";

    /// <summary>A line of the caption. Word's own "Caption" is for figures.</summary>
    public const string CaseCaption = "CaseCaption";

    /// <summary>A line of the signature block.</summary>
    public const string SignatureBlock = "SignatureBlock";

    /// <summary>The heading of the table of authorities.</summary>
    public const string AuthoritiesHeading = "AuthoritiesHeading";

    /// <summary>The heading of the appendix of exhibits.</summary>
    public const string AppendixHeading = "AppendixHeading";

    /// <summary>The footer of each page.</summary>
    public const string Footer = "Footer";

    /// <summary>The heading of a numbered section.</summary>
    /// <param name="level">1–9.</param>
    public static string Heading(int level) => $"Heading{level}";
}
