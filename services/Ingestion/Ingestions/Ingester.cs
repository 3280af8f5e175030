using System.Diagnostics;
using Ingestion.Archives;
using Ingestion.Reading;
using LegalDocuments;
using ServiceDefaults.Http;

namespace Ingestion.Ingestions;

/// <summary>Takes a file in, and records how that went. Nothing is recorded when another service is away: the same file can be sent again.</summary>
internal sealed class Ingester(DocumentBuilder builder, IngestionStore store)
{
    /// <summary>The document in a file.</summary>
    /// <exception cref="ApiException">400, 413, 415: the file is no DOCX and leaves no record; 422: it is one that cannot be read, which is recorded.</exception>
    public async Task<LegalDocument> IngestAsync(UploadedFile file, CancellationToken cancel)
    {
        var (id, start) = (Guid.CreateVersion7(), Stopwatch.GetTimestamp());
        try
        {
            DocxArchive.Check(file.Bytes);
            var document = await builder.BuildAsync(id, file.Name, DocxReader.Read(file.Bytes), cancel);
            await store.AddAsync(new NewIngestion(id, file, Stopwatch.GetElapsedTime(start), Count(document)), cancel);
            return document;
        }
        catch (ApiException e) when (e.Status == StatusCodes.Status422UnprocessableEntity)
        {
            await store.AddAsync(new NewIngestion(id, file, Stopwatch.GetElapsedTime(start), Counts.None, e.Message), cancel);
            throw;
        }
    }

    private static Counts Count(LegalDocument document)
    {
        var sections = document.Body.AllSections().ToList();
        var paragraphs = sections.SelectMany(s => s.Paragraphs).ToList();
        return new Counts(sections.Count, paragraphs.Count, paragraphs.Sum(p => p.Sentences.Count), document.Citations.Count);
    }
}
