using System.Text.Json.Nodes;
using Clients;
using Clients.Exhibits;
using Clients.Facts;
using Clients.Records;

namespace Contracts.Laws;

/// <summary>The operations that change some members of a thing and leave the others.</summary>
internal static class Changes
{
    private static readonly string[] s_texts = ["\"One\"", "\"Two\""];
    private static readonly string[] s_documents = ["""{"text": "one", "n": [1.50, null, {}]}""", """{"text": "two"}"""];

    // Known to Facts once a test has parsed them: they are the same in every claim.
    private static readonly Guid[] s_sentences = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly string[] s_sentenceLists =
    [
        $"""["{s_sentences[2]}", "{s_sentences[0]}", "{s_sentences[1]}"]""",
        $"""["{s_sentences[1]}", "{s_sentences[2]}"]""",
    ];

    public static IReadOnlyList<Change> All { get; } =
    [
        new(
            "records",
            "/api/templates/{id}",
            CreateTemplateAsync,
            new Dictionary<string, string[]>
            {
                ["name"] = s_texts,
                ["category"] = s_texts,
                ["jurisdiction"] = s_texts,
                ["court_level"] = s_texts,
                ["description"] = s_texts,
                ["document_json"] = s_documents,
                ["variables"] = [Variables("b", "a"), Variables("c")],
            },
            new Dictionary<string, string>
            {
                ["description"] = "\"\"",
                ["document_json"] = "{}",
                ["variables"] = "[]",
            }
        ),
        new(
            "records",
            "/api/cases/{id}",
            CreateCaseAsync,
            new Dictionary<string, string[]>
            {
                ["case_name"] = s_texts,
                ["cause_number"] = s_texts,
                ["court_name"] = s_texts,
                ["status"] = ["\"closed\"", "\"archived\""],
                ["filing_date"] = ["\"2024-02-29\"", "\"0001-01-01\""],
                ["variable_values"] = ["""{"b": "", "B": "1"}""", """{"c": " "}"""],
            },
            new Dictionary<string, string> { ["variable_values"] = "{}" }
        ),
        new(
            "records",
            "/api/drafts/{id}",
            CreateDraftAsync,
            new Dictionary<string, string[]>
            {
                ["title"] = s_texts,
                ["document_json"] = s_documents,
                ["content_json"] = s_documents,
            },
            new Dictionary<string, string> { ["document_json"] = "{}", ["content_json"] = "{}" },
            "version",
            "document_json"
        )
        {
            IsVersioned = true,
        },
        new(
            "facts",
            "/facts/claims/{id}",
            CreateClaimAsync,
            new Dictionary<string, string[]>
            {
                ["claim_text"] = s_texts,
                ["claim_type"] = ["\"legal\"", "\"mixed\""],
                ["sentence_ids"] = s_sentenceLists,
            },
            new Dictionary<string, string>()
        ),
        new(
            "exhibits",
            "/exhibits/{id}",
            CreateExhibitAsync,
            new Dictionary<string, string[]> { ["title"] = s_texts, ["sentence_ids"] = s_sentenceLists },
            new Dictionary<string, string> { ["sentence_ids"] = "[]" }
        ),
    ];

    public static Change Find(string name) => All.Single(change => change.ToString() == name);

    private static string Variables(params string[] names) =>
        $"[{string.Join(", ", names.Select(name => $$"""{"name": "{{name}}", "type": "date", "required": true}"""))}]";

    private static async Task<string> CreateTemplateAsync(Services services)
    {
        var template = new NewTemplate { Description = "For all", Variables = [new Variable("a", "number", Default: "1")] };
        return $"/api/templates/{(await services.Records.CreateTemplateAsync(template)).Id}";
    }

    private static async Task<string> CreateCaseAsync(Services services)
    {
        var @case = new NewCase
        {
            FilingDate = new DateOnly(2024, 1, 2),
            VariableValues = new Dictionary<string, string> { ["a"] = "1" },
        };
        return $"/api/cases/{(await services.Records.CreateCaseAsync(@case)).Id}";
    }

    private static async Task<string> CreateDraftAsync(Services services)
    {
        var draft = new NewDraft((await services.Records.CreateCaseAsync()).Id) { ContentJson = new JsonObject { ["cursor"] = 3 } };
        return $"/api/drafts/{(await services.Records.CreateDraftAsync(draft)).Id}";
    }

    private static async Task<string> CreateClaimAsync(Services services)
    {
        string[] texts = ["He paid rent.", "She sued him.", "It was dismissed."];
        await services.Facts.ParseAsync(string.Join(' ', texts), [.. texts.Select((text, i) => new KnownSentence(s_sentences[i], text))]);
        return $"/facts/claims/{(await services.Facts.CreateClaimAsync(new NewClaim(s_sentences))).Id}";
    }

    private static async Task<string> CreateExhibitAsync(Services services)
    {
        var document = (await services.Records.AddEvidenceAsync()).Id;
        var exhibit = new NewExhibit { SentenceIds = s_sentences, DocumentIds = [document] };
        return $"/exhibits/{(await services.Exhibits.CreateAsync(exhibit)).Id}";
    }
}
