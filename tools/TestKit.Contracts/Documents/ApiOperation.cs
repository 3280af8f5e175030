using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>An operation of a contract.</summary>
public sealed class ApiOperation
{
    private readonly Regex _path;

    internal ApiOperation(string path, string method, JsonElement definition)
    {
        Path = path;
        Method = method;
        Definition = definition;
        Parameters = path.Count(c => c == '{');
        _path = new Regex(
            "^" + Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "[^/]+") + @"/?\z",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Its part of the document.</summary>
    public JsonElement Definition { get; }

    /// <summary>The statuses it documents.</summary>
    public IEnumerable<int> Statuses =>
        Definition
            .GetProperty("responses")
            .EnumerateObject()
            .Select(r => int.TryParse(r.Name, out var status) ? status : 0)
            .Where(s => s > 0);

    /// <summary>The same with ranges (<c>4XX</c>) and <c>default</c>, as they are written.</summary>
    internal IEnumerable<string> DocumentedStatuses =>
        Definition.GetProperty("responses").EnumerateObject().Select(response => response.Name);

    internal int Parameters { get; }

    internal IEnumerable<JsonElement> QueryParameters =>
        Definition.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(p => p.GetProperty("in").ValueEquals("query"))
            : [];

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Path}";

    internal bool Matches(string path) => _path.IsMatch(path);

    /// <summary>What it documents for a status: by itself, by its range, or as the default (OpenAPI 3.1, 4.8.16).</summary>
    internal JsonElement? Response(int status)
    {
        var responses = Definition.GetProperty("responses");
        return
            responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            || responses.TryGetProperty($"{status / 100}XX", out response)
            || responses.TryGetProperty("default", out response)
            ? response
            : null;
    }

    internal JsonElement? RequestSchema() =>
        Definition.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var json)
        && json.TryGetProperty("schema", out var schema)
            ? schema
            : null;
}
