using System.Text.Json;
using System.Text.Json.Nodes;
using Clients;
using Clients.BlockKit;
using Clients.Caselaw;
using Clients.Docx;
using Clients.Export;
using Clients.Ingestion;
using Clients.LegalDocuments;
using TestKit;

namespace Contracts.Laws;

/// <summary>What CaseBlock and Signature refuse.</summary>
internal static class BlockRefusals
{
    private static readonly object s_caption = new { Plaintiffs = new[] { "Ann" }, Defendants = Array.Empty<string>() };
    private static readonly object s_signature = new { AttorneyName = "Ann", BarNumber = "1" };
    private static readonly NewTemplate s_wrong = new() { Name = "Lost", Lines = [Line.Left("{{judge}}")] };

    public static IReadOnlyList<Refusal> All { get; } = [.. Of("caseblock", s_caption), .. Of("signature", s_signature)];

    private static IEnumerable<Refusal> Of(string service, object block)
    {
        var path = $"/{service}/templates";
        yield return new(service, $"PUT {path}/{{id}}", 409, "a template that is approved", s => ChangeApprovedAsync(s, service));
        yield return new(service, $"PUT {path}/{{id}}", 400, "a placeholder that is none", s => ChangeAsync(s, service));
        yield return new(service, $"POST {path}/{{id}}/approve", 409, "a template that is approved", s => ApproveAsync(s, service));
        yield return new(service, $"DELETE {path}/{{id}}", 404, "an id that is none's", s => DeleteAsync(s, service));
        yield return new(service, $"POST /{service}/format", 409, "a template that is not approved", s => FormatAsync(s, service, block));
        yield return new(service, $"POST /{service}/extract", 422, "a text without a block", s => ExtractAsync(s, service));
    }

    private static async Task<Refused> ChangeApprovedAsync(Services services, string service)
    {
        var (http, templates) = Of(services, service);
        var (approved, open) = (await templates.CreateApprovedAsync(Line.Left("t")), await templates.CreateAsync());
        return new(
            () => http.PutJsonAsync($"{templates.Path}/{approved.Id}", new NewTemplate { Name = "Lost" }),
            () => http.PutJsonAsync($"{templates.Path}/{open.Id}", new NewTemplate { Name = "Changed" }),
            (http, $"{templates.Path}/{approved.Id}")
        );
    }

    private static async Task<Refused> ChangeAsync(Services services, string service)
    {
        var (http, templates) = Of(services, service);
        var path = $"{templates.Path}/{(await templates.CreateAsync()).Id}";
        return new(() => http.PutJsonAsync(path, s_wrong), () => http.PutJsonAsync(path, new NewTemplate()), (http, path));
    }

    private static async Task<Refused> ApproveAsync(Services services, string service)
    {
        var (http, templates) = Of(services, service);
        var (approved, open) = (await templates.CreateApprovedAsync(Line.Left("t")), await templates.CreateAsync());
        return new(
            () => templates.SendApprovalAsync(approved.Id),
            () => templates.SendApprovalAsync(open.Id),
            (http, $"{templates.Path}/{approved.Id}")
        );
    }

    private static async Task<Refused> DeleteAsync(Services services, string service)
    {
        var (http, templates) = Of(services, service);
        var path = $"{templates.Path}/{(await templates.CreateAsync()).Id}";
        return new(() => http.DeleteAsync($"{templates.Path}/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }

    private static async Task<Refused> FormatAsync(Services services, string service, object block)
    {
        var (http, templates) = Of(services, service);
        var (approved, open) = (await templates.CreateApprovedAsync(Line.Left("t")), await templates.CreateAsync());
        return new(
            () => http.PostJsonAsync($"/{service}/format", Request(service, open.Id, block)),
            () => http.PostJsonAsync($"/{service}/format", Request(service, approved.Id, block)),
            (http, $"{templates.Path}/{open.Id}")
        );
    }

    private static Task<Refused> ExtractAsync(Services services, string service)
    {
        var http = services.Http(service);
        string[] block = ["Ann Roe, Plaintiff,", "v.", "Bob Doe, Defendant.", "/s/ Jane Doe", "State Bar No. 24012345"];
        return Task.FromResult(
            new Refused(
                () => http.PostJsonAsync($"/{service}/extract", new { Paragraphs = new[] { "It rains." } }),
                () => http.PostJsonAsync($"/{service}/extract", new { Paragraphs = block })
            )
        );
    }

    private static JsonObject Request(string service, Guid template, object block) =>
        new()
        {
            ["template_id"] = template,
            [service == "caseblock" ? "caption" : "signature"] = JsonSerializer.SerializeToNode(block, Json.Strict),
        };

    private static (HttpClient Http, BlockTemplatesClient Templates) Of(Services services, string service) =>
        (services.Http(service), service == "caseblock" ? services.CaseBlock.Templates : services.Signature.Templates);
}

/// <summary>What Caselaw refuses.</summary>
internal static class AuthorityRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("caselaw", "POST /authorities", 409, "a citation that is stored", CreateAsync),
        new("caselaw", "DELETE /authorities/{id}", 404, "an id that is none's", DeleteAsync),
        new("caselaw", "POST /toa/generate", 404, "a draft that is not there", GenerateAsync),
        new("caselaw", "GET /toa/{draft_id}", 404, "a draft without a table", ReadTableAsync),
        new("caselaw", "POST /citations/format", 422, "a part missing", FormatAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var (stored, http) = (await services.Caselaw.CreateAuthorityAsync(), services.Http("caselaw"));
        return new(
            () => http.PostJsonAsync("/authorities", new NewAuthority(stored.Citation.ToUpperInvariant(), "case")),
            () => http.PostJsonAsync("/authorities", new NewAuthority($"Code of Tests § {Guid.NewGuid()}", "case")),
            (http, $"/authorities/{stored.Id}")
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/authorities/{(await services.Caselaw.CreateAuthorityAsync()).Id}", services.Http("caselaw"));
        return new(() => http.DeleteAsync($"/authorities/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }

    private static async Task<Refused> GenerateAsync(Services services)
    {
        var (draft, http) = ((await services.Records.CreateDraftAsync()).Id, services.Http("caselaw"));
        await services.Caselaw.GenerateTableAsync(draft);
        return new(
            () => http.PostJsonAsync("/toa/generate", new { DraftId = Guid.CreateVersion7() }),
            () => http.PostJsonAsync("/toa/generate", new { DraftId = draft }),
            (http, $"/toa/{draft}")
        );
    }

    private static async Task<Refused> ReadTableAsync(Services services)
    {
        var (draft, http) = ((await services.Records.CreateDraftAsync()).Id, services.Http("caselaw"));
        await services.Caselaw.GenerateTableAsync(draft);
        return new(() => http.GetAsync($"/toa/{Guid.CreateVersion7()}"), () => http.GetAsync($"/toa/{draft}"));
    }

    private static Task<Refused> FormatAsync(Services services)
    {
        var http = services.Http("caselaw");
        return Task.FromResult(
            new Refused(
                () => http.PostJsonAsync("/citations/format", """{"type": "case", "components": {"volume": 1, "page": 2}}"""),
                () =>
                    http.PostJsonAsync(
                        "/citations/format",
                        """{"type": "case", "components": {"volume": 1, "reporter": "U.S.", "page": 2}}"""
                    )
            )
        );
    }
}

/// <summary>What Export and Ingestion refuse.</summary>
internal static class DocumentRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("export", "POST /export", 422, "a draft that is no document", ExportAsync),
        new("export", "POST /export", 404, "a draft that is not there", ExportNothingAsync),
        new("export", "POST /export/document", 422, "a document without text", ExportDocumentAsync),
        new("ingestion", "POST /ingest", 400, "a file that is no archive", s => IngestAsync(s, "text"u8.ToArray())),
        new("ingestion", "POST /ingest", 422, "a document without text", s => IngestAsync(s, new DocxBuilder().Text(" ").Build())),
    ];

    private static async Task<Refused> ExportAsync(Services services)
    {
        var wrong = (await services.Records.CreateDraftAsync()).Id;
        return await ExportAsync(services, wrong);
    }

    private static Task<Refused> ExportNothingAsync(Services services) => ExportAsync(services, Guid.CreateVersion7());

    private static async Task<Refused> ExportAsync(Services services, Guid wrong)
    {
        var document = JsonSerializer.SerializeToNode(Documents.Short(), Json.Strict)!.AsObject();
        var (right, http) = ((await services.Records.CreateDraftAsync(document)).Id, services.Http("export"));
        return new(
            () => http.PostJsonAsync("/export", new ExportRequest(wrong, IncludeExhibits: true, IncludeAuthorities: true)),
            () => http.PostJsonAsync("/export", new ExportRequest(right)),
            (http, $"/exports?draft_id={wrong}"),
            (http, $"/exports?draft_id={right}")
        );
    }

    private static Task<Refused> ExportDocumentAsync(Services services)
    {
        var http = services.Http("export");
        return Task.FromResult(
            new Refused(
                () => http.PostJsonAsync("/export/document", Documents.Of("Title", Documents.Section("", " "))),
                () => http.PostJsonAsync("/export/document", Documents.Short())
            )
        );
    }

    private static Task<Refused> IngestAsync(Services services, byte[] wrong) =>
        Task.FromResult(
            new Refused(
                () => services.Ingestion.SendAsync(new NewIngestion(wrong)),
                () => services.Ingestion.SendAsync(new NewIngestion(new DocxBuilder().Text("Text.").Build()))
            )
        );
}
