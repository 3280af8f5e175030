namespace LegalDocuments.Docx;

/// <summary>What a DOCX is called (ECMA-376, part 1).</summary>
public static class DocxFormat
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Its file name extension.</summary>
    public const string Extension = ".docx";
}
