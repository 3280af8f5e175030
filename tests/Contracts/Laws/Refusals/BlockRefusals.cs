using System.Text.Json;
using System.Text.Json.Nodes;
using Clients;
using Clients.BlockKit;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

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
            () => http.PostJsonAsync($"/{service}/format", RequestOf(service, open.Id, block)),
            () => http.PostJsonAsync($"/{service}/format", RequestOf(service, approved.Id, block)),
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

    private static JsonObject RequestOf(string service, Guid template, object block) =>
        new()
        {
            ["template_id"] = template,
            [service == "caseblock" ? "caption" : "signature"] = JsonSerializer.SerializeToNode(block, Json.Strict),
        };

    private static (HttpClient Http, BlockTemplatesClient Templates) Of(Services services, string service) =>
        (services.Http(service), service == "caseblock" ? services.CaseBlock.Templates : services.Signature.Templates);
}
