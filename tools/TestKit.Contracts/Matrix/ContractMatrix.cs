using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Which answers the tests of this process have seen: operation × status, counted, of every service that has a contract. The build joins the files of all test projects and judges them.</summary>
internal static class ContractMatrix
{
    private static readonly ConcurrentDictionary<Answer, int> Seen = new();

    /// <summary>Counts an answer, documented or not.</summary>
    public static void Count(string service, ApiOperation operation, int status) =>
        Seen.AddOrUpdate(new Answer(service, operation.ToString(), status), 1, (_, count) => count + 1);

    /// <summary>Writes <c>contracts.&lt;project&gt;.json</c>, while the services run. A process that called none by its contract has nothing to tell.</summary>
    public static async Task WriteAsync(string folder, string project)
    {
        if (Seen.IsEmpty)
        {
            return;
        }

        var services = await Task.WhenAll(Suite.Services.Select(DescribeAsync));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"contracts.{project}.json"),
            JsonSerializer.Serialize(new { services = services.Where(service => service is not null) }, ClientJson.Indented)
        );
    }

    /// <summary>Every documented pair of a service, called or not, what it answered besides, and the rules for its inputs.</summary>
    private static async Task<object?> DescribeAsync(string service)
    {
        if (await ServiceContract.TryReadAsync(service) is not { } document)
        {
            return null;
        }

        var documented = document
            .Operations.SelectMany(o => o.Statuses.Select(status => new Answer(service, o.ToString(), status)))
            .ToList();
        return new
        {
            service,
            documented = documented.Select(Counted),
            undocumented = Seen.Keys.Where(answer => answer.Service == service && !IsDocumented(document, answer)).Select(Counted),
            keywords = KeywordMatrix.Describe(service, document),
        };
    }

    /// <summary>By its status, a range, or the default. Of the last two no pair is asked for: they say that something may come, not that it does.</summary>
    private static bool IsDocumented(ApiDocument document, Answer answer) =>
        document.Operations.Any(operation => operation.ToString() == answer.Operation && operation.Response(answer.Status) is not null);

    private static object Counted(Answer answer) =>
        new
        {
            answer.Operation,
            answer.Status,
            Count = Seen.GetValueOrDefault(answer),
        };

    private sealed record Answer(string Service, string Operation, int Status);
}
