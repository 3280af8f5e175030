using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>An operation of a contract.</summary>
public sealed class ApiOperation
{
    /// <summary>The method of what stands for all operations of a path that can't be read.</summary>
    internal const string AnyMethod = "*";

    /// <summary>The member of a definition that says why it can't be used.</summary>
    internal const string DefectMember = "x-defect";

    private static readonly JsonElement s_nothing = JsonSerializer.SerializeToElement(new { });

    private readonly Regex _path;
    private readonly List<string> _names;

    internal ApiOperation(ApiDocument document, string path, string method, JsonElement definition)
    {
        Document = document;
        Path = path;
        Method = method;
        Definition = definition;
        Parameters = path.Count(c => c == '{');
        _names = [.. Regex.Matches(path, "{([^}]+)}").Select(match => match.Groups[1].Value)];
        _path = new Regex(
            "^" + Optional(ServerPath.Of(Servers(definition)), Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "([^/]+?)")) + @"/?\z",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>The path template, with the path of its server before it.</summary>
    public string Path { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Its part of the document.</summary>
    public JsonElement Definition { get; }

    /// <summary>The statuses it documents.</summary>
    public IEnumerable<int> Statuses =>
        DocumentedStatuses
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0)
            .Where(s => s > 0);

    /// <summary>The same with ranges (<c>4XX</c>) and <c>default</c>, as they are written.</summary>
    internal IEnumerable<string> DocumentedStatuses =>
        Definition.GetProperty("responses").EnumerateObject().Select(response => response.Name);

    internal int Parameters { get; }

    /// <summary>The contract that it is of.</summary>
    internal ApiDocument Document { get; }

    /// <summary>Why the document does not say how it is called; null when it does.</summary>
    internal string? Defect => Definition.TryGetProperty(DefectMember, out var why) ? why.GetString() : null;

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Path}";

    internal bool Matches(string path) => _path.IsMatch(path);

    /// <summary>The texts that a path has for the parameters of the template, decoded; none when it is not of this operation.</summary>
    internal IEnumerable<(string Name, string Text)> PathTexts(string path) =>
        _path.Match(path) is { Success: true } match
            ? _names.Zip(match.Groups.Values.Skip(1).Select(group => Uri.UnescapeDataString(group.Value)))
            : [];

    /// <summary>
    /// What it documents for a status: by itself, by its range, or as the default (OpenAPI 3.1, 4.8.16). Who documents no refusal at all, as frameworks do
    /// by themselves, is not held to have none; of them nothing is said.
    /// </summary>
    internal JsonElement? Response(int status)
    {
        var responses = Definition.GetProperty("responses");
        return responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            || responses.TryGetProperty($"{status / 100}XX", out response)
            || responses.TryGetProperty($"{status / 100}xx", out response)
            || responses.TryGetProperty("default", out response)
                ? response
            : status is >= 400 and < 500 && !DocumentedStatuses.Any(name => name.StartsWith('4')) ? s_nothing
            : null;
    }

    private static JsonNode? Servers(JsonElement definition) =>
        definition.TryGetProperty("servers", out var servers) ? DeepJson.Node(servers) : null;

    /// <summary>A gateway may take the server's path away before the service sees it.</summary>
    private static string Optional(string server, string path)
    {
        var escaped = Regex.Escape(server);
        return server.Length > 0 && path.StartsWith(escaped, StringComparison.Ordinal) ? $"(?:{escaped})?{path[escaped.Length..]}" : path;
    }
}
