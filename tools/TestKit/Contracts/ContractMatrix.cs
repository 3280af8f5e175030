using System.Collections.Concurrent;
using System.Text.Json;
using ServiceHost.Client;

namespace TestKit.Contracts;

/// <summary>Which documented answers the tests of this process have seen: operation × status, counted.</summary>
public static class ContractMatrix
{
    private static readonly ConcurrentDictionary<(string Service, string Operation, int Status), int> Seen = new();
    private static readonly ConcurrentDictionary<string, ApiDocument> Documents = new();

    /// <summary>Counts an answer.</summary>
    internal static void Count(string service, ApiDocument document, ApiOperation operation, int status)
    {
        Documents.TryAdd(service, document);
        Seen.AddOrUpdate((service, operation.ToString(), status), 1, (_, n) => n + 1);
    }

    /// <summary>Writes <c>contracts.&lt;project&gt;.json</c>: every documented pair of the services that were called, with its count.</summary>
    internal static void Write(string folder, string project)
    {
        if (Documents.IsEmpty)
        {
            return;
        }

        var pairs = Documents.OrderBy(d => d.Key, StringComparer.Ordinal).SelectMany(d => d.Value.Operations.SelectMany(o => o.Statuses.Select(status => new
        {
            service = d.Key,
            operation = o.ToString(),
            status,
            count = Seen.GetValueOrDefault((d.Key, o.ToString(), status)),
        })));
        File.WriteAllText(Path.Combine(folder, $"contracts.{project}.json"), JsonSerializer.Serialize(new { pairs }, ClientJson.Indented));
    }
}
