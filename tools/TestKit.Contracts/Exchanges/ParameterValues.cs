using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Reads the parameters of a request: an object with <c>path</c>, <c>query</c>, and <c>header</c> and <c>cookie</c> where the operation has such.</summary>
internal static class ParameterValues
{
    /// <exception cref="FormatException">One is there twice, or is not the JSON that it should be.</exception>
    public static JsonObject Of(ApiOperation operation, HttpRequestMessage request)
    {
        var values = new JsonObject();
        foreach (var place in OperationParts.Places.Where(place => place is "path" or "query" || operation.ParametersIn(place).Any()))
        {
            var (sent, read) = (Sent(operation, request, place), new JsonObject());
            foreach (
                var parameter in operation.ParametersIn(place).Select(parameter => ParameterText.Of(operation.Document, parameter, place))
            )
            {
                if (place is "path" or "header" && sent[parameter.Name].ToList() is [_, ..] texts)
                {
                    read[parameter.Name] = parameter.Read(string.Join(", ", texts));
                }
                else if (place is "query" or "cookie" && parameter.TryRead(sent, out var value))
                {
                    read[parameter.Name] = value;
                }
            }

            values[place] = read;
        }

        return values;
    }

    /// <summary>The values of each parameter of a query, or of each field of a form.</summary>
    public static ILookup<string, string> QueryOf(string query) =>
        query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToLookup(pair => Decode(pair[0]), pair => Decode(pair.ElementAtOrDefault(1) ?? ""));

    private static ILookup<string, string> Sent(ApiOperation operation, HttpRequestMessage request, string place) =>
        place switch
        {
            "path" => operation.PathTexts(request.RequestUri!.AbsolutePath).ToLookup(pair => pair.Name, pair => pair.Text),
            "query" => QueryOf(request.RequestUri!.Query),
            "header" => request
                .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                .ToLookup(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            _ => (request.Headers.TryGetValues("Cookie", out var cookies) ? cookies : [])
                .SelectMany(cookie => cookie.Split(';', StringSplitOptions.TrimEntries))
                .Select(pair => pair.Split('=', 2))
                .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")),
        };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
