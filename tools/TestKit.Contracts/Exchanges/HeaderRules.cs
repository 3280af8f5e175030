using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The headers that an answer must carry.</summary>
internal static class HeaderRules
{
    /// <summary>Those that its contract documents: there when they are required, and of their schema.</summary>
    public static IEnumerable<Breach> Check(ApiDocument document, JsonElement documented, HttpResponseMessage response) =>
        documented.TryGetProperty("headers", out var headers)
            ? headers
                .EnumerateObject()
                .SelectMany(header => Check(document, header, ValueOf(response, header.Name)))
                .Select(breach => breach with { Path = "header " + breach.Path })
            : [];

    private static IEnumerable<Breach> Check(ApiDocument document, JsonProperty header, string? value)
    {
        var definition = document.Resolve(header.Value);
        // What it says of Content-Type is passed over: the media types say it (OpenAPI 3.1, 4.8.17).
        return header.NameEquals("Content-Type") ? []
            : value is not null ? TextValue.Check(document, definition, value).Select(breach => breach with { Path = header.Name })
            : definition.TryGetProperty("required", out var required) && required.GetBoolean()
                ? [new Breach(header.Name, "a value", "nothing")]
            : [];
    }

    /// <summary>A 405 names in Allow what may be done (RFC 9110, 15.5.6): all that the contract has at this path.</summary>
    public static void CheckAllow(ApiDocument document, HttpRequestMessage request, HttpResponseMessage response, List<Breach> breaches)
    {
        var expected = document
            .Operations.Where(operation => operation.Matches(request.RequestUri!.AbsolutePath))
            .Select(operation => operation.Method)
            .Distinct();
        if (expected.Except(response.Content.Headers.Allow, StringComparer.Ordinal).Any())
        {
            breaches.Add(new Breach("header Allow", string.Join(", ", expected), string.Join(", ", response.Content.Headers.Allow)));
        }
    }

    /// <summary>A header's value, wherever .NET keeps it; null when it is not there.</summary>
    public static string? ValueOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
