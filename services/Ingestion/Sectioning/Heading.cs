namespace Ingestion.Sectioning;

/// <summary>A paragraph that is the heading of a section.</summary>
/// <param name="Title">Its text without a number.</param>
/// <param name="Level">From 1.</param>
/// <param name="Type">The kind of section; one of <see cref="LegalDocuments.SectionTypes"/>.</param>
/// <param name="Number">Its number.</param>
internal sealed record Heading(string Title, int Level, string Type, string? Number);
