using System.Text.Json;
using System.Text.Json.Nodes;
using Clients;
using Clients.BlockKit;
using Clients.Exhibits;
using Clients.Facts;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>The operations that store JSON.</summary>
internal static class Writings
{
    private static readonly TextField[] s_template =
    [
        new("name", 200),
        new("category", 100),
        new("jurisdiction", 100),
        new("court_level", 100),
        new("description", 2000, MayBeBlank: true),
        new("variables[0].default", 10_000, MayBeBlank: true),
        new("variables[0].description", 1000, MayBeBlank: true),
        new("document_json.text", 0, MayBeBlank: true),
    ];

    private static readonly TextField[] s_case =
    [
        new("case_name", 300),
        new("cause_number", 100),
        new("court_name", 200),
        new("variable_values.fee", 10_000, MayBeBlank: true),
    ];

    private static readonly TextField[] s_draft =
    [
        new("title", 300),
        new("document_json.text", 0, MayBeBlank: true),
        new("content_json.text", 0, MayBeBlank: true),
    ];

    private static readonly TextField[] s_block = [new("name", 200), new("lines[0].text", 500, MayBeBlank: true)];

    private static readonly ListField s_variables = new("variables", 100, (_, count) => List(count, i => new Variable($"v{i}")));
    private static readonly ListField s_lines = new("lines", 100, (_, count) => List(count, i => Line.Left($"{i}")));
    private static readonly ListField s_claimSentences = new("sentence_ids", 100, SentencesAsync);
    private static readonly ListField s_exhibitSentences = new("sentence_ids", 200, (_, count) => List(count, _ => Guid.CreateVersion7()));
    private static readonly ListField s_documents = new("document_ids", 50, DocumentsAsync);

    public static IReadOnlyList<Writing> All { get; } =
    [
        new("records", "POST", "/api/templates", async _ => new("/api/templates", Template()))
        {
            Texts = s_template,
            Lists = [s_variables],
        },
        new(
            "records",
            "PUT",
            "/api/templates/{id}",
            async s => new($"/api/templates/{(await s.Records.CreateTemplateAsync()).Id}", Template())
        )
        {
            Texts = s_template,
            Lists = [s_variables],
        },
        new("records", "POST", "/api/cases", async _ => new("/api/cases", Case())) { Texts = s_case },
        new("records", "PUT", "/api/cases/{id}", async s => new($"/api/cases/{(await s.Records.CreateCaseAsync()).Id}", Case()))
        {
            Texts = s_case,
        },
        new("records", "POST", "/api/drafts", async s => new("/api/drafts", NewDraft(await s.Records.CreateCaseAsync())))
        {
            Texts = s_draft,
        },
        new("records", "PUT", "/api/drafts/{id}", async s => new($"/api/drafts/{(await s.Records.CreateDraftAsync()).Id}", DraftChange()))
        {
            Texts = s_draft,
        },
        new("facts", "POST", "/facts/claims", async s => new("/facts/claims", Json(new NewClaim(await SentenceAsync(s)))))
        {
            Texts = [new("claim_text", 10_000)],
            Lists = [s_claimSentences],
        },
        new("facts", "PUT", "/facts/claims/{id}", async s => new($"/facts/claims/{(await s.Facts.CreateClaimAsync()).Id}", Parse("{}")))
        {
            Texts = [new("claim_text", 10_000)],
            Lists = [s_claimSentences],
        },
        new("exhibits", "POST", "/exhibits", async _ => new("/exhibits", Json(new NewExhibit())))
        {
            Texts = [new("title", 500)],
            Lists = [s_exhibitSentences, s_documents],
        },
        new("exhibits", "PUT", "/exhibits/{id}", async s => new($"/exhibits/{(await s.Exhibits.CreateAsync()).Id}", Parse("{}")))
        {
            Texts = [new("title", 500)],
            Lists = [s_exhibitSentences],
        },
        .. Blocks("caseblock", s => s.CaseBlock.Templates),
        .. Blocks("signature", s => s.Signature.Templates),
        new("caselaw", "POST", "/authorities", async _ => new("/authorities", Parse("""{"citation": "t", "type": "statute"}""")))
        {
            Texts = [new("citation", 500)],
        },
    ];

    public static Writing Find(string name) => All.Single(writing => writing.ToString() == name);

    private static IEnumerable<Writing> Blocks(string service, Func<Services, BlockTemplatesClient> templates)
    {
        var path = $"/{service}/templates";
        yield return new(service, "POST", path, async _ => new(path, Block())) { Texts = s_block, Lists = [s_lines] };
        yield return new(service, "PUT", $"{path}/{{id}}", async s => new($"{path}/{(await templates(s).CreateAsync()).Id}", Block()))
        {
            Texts = s_block,
            Lists = [s_lines],
        };
    }

    private static JsonObject Template() =>
        Json(
            new Clients.Records.NewTemplate { DocumentJson = Parse("""{"text": "t"}"""), Variables = [new Variable("fee", Default: "1")] }
        );

    private static JsonObject Case() =>
        Parse("""{"case_name": "n", "cause_number": "1", "court_name": "c", "variable_values": {"fee": "1"}}""");

    private static JsonObject NewDraft(Case @case) =>
        Members.With(Parse("""{"title": "t", "document_json": {"text": "t"}, "content_json": {"text": "t"}}"""), "case_id", @case.Id);

    private static JsonObject DraftChange() =>
        Parse("""{"version": 1, "title": "t", "document_json": {"text": "t"}, "content_json": {"text": "t"}}""");

    private static JsonObject Block() => Parse("""{"name": "n", "lines": [{"text": "t"}]}""");

    private static async Task<Guid> SentenceAsync(Services services) => (await services.Facts.ParseAsync("He paid."))[0].Id;

    private static async Task<JsonArray> SentencesAsync(Services services, int count)
    {
        var text = string.Join(' ', Enumerable.Range(0, count).Select(i => $"He paid bill {i} today."));
        return Array((await services.Facts.ParseAsync(text)).Select(sentence => sentence.Id));
    }

    private static async Task<JsonArray> DocumentsAsync(Services services, int count)
    {
        var @case = await services.Records.CreateCaseAsync();
        var documents = new List<Guid>();
        while (documents.Count < count)
        {
            documents.Add((await services.Records.AddEvidenceAsync(new NewEvidence(@case.Id))).Id);
        }

        return Array(documents);
    }

    private static Task<JsonArray> List<T>(int count, Func<int, T> item) => Task.FromResult(Array(Enumerable.Range(0, count).Select(item)));

    private static JsonArray Array<T>(IEnumerable<T> items) =>
        JsonSerializer.SerializeToNode(items, IntegrationSuite.TestKit.Json.Strict)!.AsArray();

    private static JsonObject Json<T>(T value) => JsonSerializer.SerializeToNode(value, IntegrationSuite.TestKit.Json.Strict)!.AsObject();

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
