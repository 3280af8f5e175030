using System.Security.Cryptography;
using Clients;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.Ingestion;
using Clients.LegalDocuments;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.ServiceAway;

/// <summary>The requests by which services call one another, each with data of its own.</summary>
internal static class Attempts
{
    public static async Task<Attempt> IngestAsync(Services services)
    {
        var file = (
            await services.Export.ExportAsync(Documents.Petition() with { Meta = Documents.Short($"Petition {Guid.NewGuid()}").Meta })
        ).Bytes;
        return new Attempt(
            caller => new IngestionClient(caller).SendAsync(new NewIngestion(file)),
            Success: 200,
            async () =>
                JsonAssert.AreSame(
                    Array.Empty<IngestionRecord>(),
                    await services.Ingestion.FindAsync(Convert.ToHexStringLower(SHA256.HashData(file)))
                )
        );
    }

    public static async Task<Attempt> ExportAsync(Services services)
    {
        var draft = await services.Records.CreateDraftAsync(WorkflowTest.ToJson(Documents.Petition()));
        await services.Exhibits.CreateAsync(new NewExhibit { DraftId = draft.Id, DocumentIds = await DocumentsAsync(services, 1) });
        return new Attempt(
            caller => caller.PostJsonAsync("/export", new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true)),
            Success: 200,
            async () =>
                JsonAssert.AreSame(
                    Array.Empty<ExportRecord>(),
                    await services.Http("export").GetAsync($"/exports?draft_id={draft.Id}").ExpectAsync<ExportRecord[]>(200)
                )
        );
    }

    public static async Task<Attempt> LinkExhibitAsync(Services services)
    {
        var (claim, exhibit) = (await services.Facts.CreateClaimAsync(), await services.Exhibits.CreateAsync());
        return new Attempt(
            caller => caller.PostJsonAsync($"/facts/claims/{claim.Id}/exhibits", new { ExhibitId = exhibit.Id }),
            Success: 201,
            async () => JsonAssert.AreSame(claim, await services.Facts.GetClaimAsync(claim.Id))
        );
    }

    public static async Task<Attempt> TellSupportAsync(Services services)
    {
        var linked = await services.Facts.CreateClaimAsync();
        while (linked.ExhibitIds.Count < 3)
        {
            linked = await services.Facts.LinkExhibitAsync(linked.Id, (await services.Exhibits.CreateAsync()).Id);
        }

        return new Attempt(
            caller => caller.GetAsync($"/facts/claims/{linked.Id}/support"),
            Success: 200,
            async () => JsonAssert.AreSame(linked, await services.Facts.GetClaimAsync(linked.Id))
        );
    }

    public static async Task<Attempt> CreateExhibitAsync(Services services)
    {
        var exhibit = new NewExhibit { DocumentIds = await DocumentsAsync(services, 3) };
        return new Attempt(
            caller => caller.PostJsonAsync("/exhibits", exhibit),
            Success: 201,
            async () =>
                JsonAssert.AreSame(
                    Array.Empty<Exhibit>(),
                    await services.Http("exhibits").GetAsync($"/exhibits?draft_id={exhibit.DraftId}").ExpectAsync<Exhibit[]>(200)
                )
        );
    }

    public static async Task<Attempt> AddDocumentAsync(Services services)
    {
        var (exhibit, evidence) = (await services.Exhibits.CreateAsync(), await services.Records.AddEvidenceAsync());
        return new Attempt(
            caller => caller.PostJsonAsync($"/exhibits/{exhibit.Id}/documents", new { DocumentId = evidence.Id }),
            Success: 201,
            async () => JsonAssert.AreSame(exhibit, await services.Exhibits.GetAsync(exhibit.Id))
        );
    }

    /// <summary>A table that is there already stays as it was.</summary>
    public static async Task<Attempt> MakeTableAsync(Services services)
    {
        var draft = await services.Records.CreateDraftAsync(WorkflowTest.ToJson(Documents.Petition()));
        var earlier = await services.Caselaw.GenerateTableAsync(draft.Id);
        await services.Records.SaveDraftAsync(draft.Id, new DraftChange(draft.Version, WorkflowTest.ToJson(Documents.Short())));
        return new Attempt(
            caller => caller.PostJsonAsync("/toa/generate", new { DraftId = draft.Id }),
            Success: 200,
            async () => JsonAssert.AreSame(earlier, await services.Caselaw.GetTableAsync(draft.Id))
        );
    }

    private static async Task<IReadOnlyList<Guid>> DocumentsAsync(Services services, int count)
    {
        var documents = new List<Guid>();
        while (documents.Count < count)
        {
            documents.Add((await services.Records.AddEvidenceAsync()).Id);
        }

        return documents;
    }
}
