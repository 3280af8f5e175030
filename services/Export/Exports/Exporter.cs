using System.Diagnostics;
using Export.Checking;
using Export.Sources;
using Export.Writing;
using LegalDocuments;

namespace Export.Exports;

/// <summary>Makes files: all that is needed is fetched first, so that a service that is away leaves nothing half done.</summary>
internal sealed class Exporter(DraftSource drafts, AppendixSource appendices, AuthoritiesSource authorities, ExportStore store)
{
    /// <summary>A draft as a file.</summary>
    public async Task<ExportedFile> ExportDraftAsync(ExportRequest request, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var draft = await drafts.GetAsync(request.DraftId, cancel);
        var document = DraftSource.Document(draft);
        DocumentChecks.Check(document);
        var table = request.IncludeAuthorities ? await authorities.GetAsync(draft, cancel) : null;
        var appendix = request.IncludeExhibits ? await appendices.GetAsync(draft, cancel) : null;
        var bytes = DocxWriter.Write(new DocxContent(document, table, appendix));
        return await RecordAsync(
            new NewExport(
                document.Meta.Title,
                FileNames.FromTitle(draft.Title),
                bytes,
                Stopwatch.GetElapsedTime(start),
                draft.Id,
                draft.Version,
                request.IncludeExhibits,
                request.IncludeAuthorities
            ),
            cancel
        );
    }

    /// <summary>A document as a file.</summary>
    public Task<ExportedFile> ExportDocumentAsync(LegalDocument document, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        DocumentChecks.Check(document);
        var bytes = DocxWriter.Write(new DocxContent(document));
        return RecordAsync(
            new NewExport(document.Meta.Title, FileNames.FromTitle(document.Meta.Title), bytes, Stopwatch.GetElapsedTime(start)),
            cancel
        );
    }

    private async Task<ExportedFile> RecordAsync(NewExport export, CancellationToken cancel) =>
        new(await store.AddAsync(export, cancel), export.Bytes);
}
