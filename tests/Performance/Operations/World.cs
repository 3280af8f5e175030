using Clients.Export;
using Clients.LegalDocuments;
using Clients.Records;
using Performance.Stock;

namespace Performance.Operations;

/// <summary>What the operations are called on: 10,000 templates, cases and drafts, and one of everything else.</summary>
internal sealed record World(
    Backend Backend,
    Guid Template,
    Guid Case,
    Guid Draft,
    Guid StoredCase,
    Guid Evidence,
    Guid Exhibit,
    Guid Sentence,
    Guid Claim,
    Guid Authority,
    byte[] Docx,
    string ExportPath,
    Guid Ingestion,
    Guid Caption,
    Guid Signature
)
{
    private static readonly Lazy<Task<World>> s_stored = new(StoreAsync);

    /// <summary>The one of this process.</summary>
    public static Task<World> Stored => s_stored.Value;

    /// <summary>A template to create. All that is created in Records hangs on one of the stock's category, and goes with it.</summary>
    public static NewTemplate NewTemplate() =>
        new()
        {
            Category = RecordsStock.Category,
            DocumentJson = SampleDocument.Create(),
            Variables = [Variable.Needed("plaintiff")],
        };

    /// <summary>A case to create.</summary>
    public static NewCase NewCase(Guid template) =>
        new()
        {
            TemplateId = template,
            VariableValues = new Dictionary<string, string> { ["plaintiff"] = "Ann" },
        };

    /// <summary>A draft that nobody else changes.</summary>
    public Task<Draft> NewDraftAsync() => Backend.Records.CreateDraftAsync(new NewDraft(Case) { DocumentJson = SampleDocument.Create() });

    /// <summary>The same, with another client of a service: of a second instance.</summary>
    public World Through(string service, HttpClient client) => this with { Backend = Backend.With(service, client) };

    /// <summary>Removes what was stored, if anything was.</summary>
    public static async Task RemoveAsync()
    {
        if (s_stored.IsValueCreated)
        {
            (await Stored).Backend.Dispose();
            await RecordsStock.RemoveAsync();
        }
    }

    private static async Task<World> StoreAsync()
    {
        var backend = new Backend();
        var stock = RecordsStock.StoreAsync(SampleDocument.Create().ToJsonString()); // takes a while; what does not need it is made meanwhile
        var ingestion = IngestAsync(backend);
        var caption = backend.Captions.CreateApprovedAsync(new("{{plaintiffs}}", "left"), new("{{cause_number}}", "center"));
        var signature = backend.Signatures.CreateApprovedAsync(new("{{attorney_name}}", "left"), new("{{bar_number}}", "left"));
        await stock;
        var template = await backend.Records.CreateTemplateAsync(NewTemplate());
        var @case = await backend.Records.CreateCaseAsync(NewCase(template.Id));
        var draft = await backend.Records.CreateDraftAsync(new NewDraft(@case.Id) { DocumentJson = SampleDocument.Create() });
        var evidence = await backend.Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        var exhibit = await backend.Exhibits.CreateAsync(new() { DraftId = draft.Id, DocumentIds = [evidence.Id] });
        var sentence = (await backend.Facts.ParseAsync("The tenant paid."))[0];
        var claim = await backend.Facts.CreateClaimAsync(new(sentence.Id) { DraftId = draft.Id });
        var authority = await backend.Caselaw.CreateAuthorityAsync();
        await backend.Caselaw.GenerateTableAsync(draft.Id);
        var (file, ingested) = await ingestion;
        return new World(
            backend,
            template.Id,
            @case.Id,
            draft.Id,
            await RecordsStock.AnyCaseAsync(),
            evidence.Id,
            exhibit.Id,
            sentence.Id,
            claim.Id,
            authority.Id,
            file.Bytes,
            file.RecordPath,
            ingested,
            (await caption).Id,
            (await signature).Id
        );
    }

    private static async Task<(ExportedFile File, Guid Ingestion)> IngestAsync(Backend backend)
    {
        var file = await backend.Export.ExportAsync(Documents.Petition());
        return (file, (await backend.Ingestion.IngestAsync(file.Bytes)).Meta.Id);
    }
}
