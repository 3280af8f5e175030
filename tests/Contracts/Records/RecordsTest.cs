using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

/// <summary>A test of Records' contract.</summary>
public abstract class RecordsTest : ServiceTest
{
    /// <summary>Records as it answers, for what must be refused.</summary>
    protected HttpClient Http => Client("records");

    /// <summary>Records on the good path.</summary>
    protected RecordsClient Records => new(Http, Cancel);

    /// <summary>A word that no other test uses, to find one's own among what others store at the same time.</summary>
    protected static string Unique() => $"t{Guid.NewGuid():N}";

    /// <summary>A request's JSON with one member replaced by other JSON, or taken out.</summary>
    protected static string With(object request, string member, string? json)
    {
        var body = JsonSerializer.SerializeToNode(request, Json.Strict)!.AsObject();
        body.Remove(member);
        if (json is not null)
        {
            body[member] = JsonNode.Parse(json);
        }

        return body.ToJsonString();
    }

    /// <summary>Expects a 400 that names the field.</summary>
    protected static async Task ExpectRefusedAsync(Task<HttpResponseMessage> sent, string field)
    {
        var problem = await sent.ExpectProblemAsync(400);
        Assert.IsTrue(
            problem.Errors!.Keys.Any(k => k.StartsWith(field, StringComparison.Ordinal)),
            $"No error of '{field}': {problem.Detail}"
        );
    }

    /// <summary>Reads a list and its total.</summary>
    protected async Task<(List<T> Items, int Total)> ListAsync<T>(string path)
    {
        using var response = await Http.GetAsync(path, Cancel).ExpectAsync(200);
        return (await response.ReadStrictAsync<List<T>>(), int.Parse(response.Headers.GetValues("X-Total-Count").Single()));
    }
}
