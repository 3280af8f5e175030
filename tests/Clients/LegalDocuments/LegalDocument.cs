namespace Clients.LegalDocuments;

/// <summary>The document that travels between the services, as tests know it.</summary>
public sealed record LegalDocument(
    DocumentMeta Meta,
    DocumentBody Body,
    IReadOnlyList<Citation> Citations,
    CaseBlock? Caseblock = null,
    SignatureBlock? SignatureBlock = null
)
{
    /// <summary>Every section in reading order.</summary>
    public IEnumerable<Section> AllSections() => Body.Sections.SelectMany(s => s.WithDescendants());

    /// <summary>Every paragraph in reading order.</summary>
    public IEnumerable<Paragraph> AllParagraphs() => AllSections().SelectMany(s => s.Paragraphs);
}

public sealed record DocumentMeta(
    Guid Id,
    string Title,
    string Type,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? SourceFile = null
);

public sealed record DocumentBody(IReadOnlyList<Section> Sections);

public sealed record Section(
    Guid Id,
    string Title,
    int Level,
    string Type,
    IReadOnlyList<Paragraph> Paragraphs,
    IReadOnlyList<Section> Children,
    string? Number = null
)
{
    /// <summary>This section and all within it.</summary>
    public IEnumerable<Section> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}

public sealed record Paragraph(Guid Id, string Text, IReadOnlyList<Sentence> Sentences, IReadOnlyList<FormatSpan> FormatSpans);

public sealed record Sentence(Guid Id, int StartOffset, int EndOffset, string Text);

public sealed record FormatSpan(int StartOffset, int EndOffset, FormatStyle Style);

public enum FormatStyle
{
    Bold,
    Italic,
    Underline,
}

public sealed record Citation(Guid ParagraphId, string Text, int Start, int End, CitationType Type, CitationComponents Components);

public enum CitationType
{
    Case,
    Statute,
    Regulation,
}

public sealed record CitationComponents(
    string? CaseName = null,
    int? Volume = null,
    string? Reporter = null,
    int? Page = null,
    string? Pinpoint = null,
    string? Court = null,
    int? Year = null,
    int? Title = null,
    string? Code = null,
    string? Section = null,
    string? Subsection = null
);

public sealed record CaseBlock(
    IReadOnlyList<string> Plaintiffs,
    IReadOnlyList<string> Defendants,
    string? CauseNumber = null,
    string? Court = null,
    double? Confidence = null
);

public sealed record SignatureBlock(
    string AttorneyName,
    string BarNumber,
    string? Firm = null,
    string? Address = null,
    string? Phone = null,
    string? Email = null
);
