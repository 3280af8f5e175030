using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// Brings what a document refers to in other files into the document, each once, under a name in <c>components/schemas</c>. What can't be had stays a
/// reference, so that whoever uses it is told, and nobody else.
/// </summary>
/// <param name="home">Where the document is.</param>
/// <param name="load">Gives the text of another file; null when it is not to be had.</param>
internal sealed class OtherFiles(JsonObject root, Uri home, Func<Uri, Task<string?>> load)
{
    private const int MostFiles = 200;

    private readonly Dictionary<Uri, JsonNode?> _files = new() { [home] = root };
    private readonly Dictionary<string, string> _names = [];
    private readonly Queue<(JsonNode Node, Uri File)> _open = new();

    public async Task BringInAsync()
    {
        var isOlder = root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) == true;
        for (_open.Enqueue((root, home)); _open.TryDequeue(out var next); )
        {
            if (isOlder && next.File != home && next.Node is JsonObject part)
            {
                OlderSchemas.Renew(part);
            }

            foreach (var holder in DocumentWalk.Objects(next.Node).Where(each => each["$ref"] is JsonValue).ToList())
            {
                holder["$ref"] = await NameAsync(holder["$ref"]!.ToString(), next.File);
            }
        }
    }

    private async Task<string> NameAsync(string reference, Uri from)
    {
        if ((from == home && reference is ['#', ..]) || !Uri.TryCreate(from, reference, out var target))
        {
            return reference;
        }

        var file = new Uri(target.GetLeftPart(UriPartial.Query));
        if (file == home)
        {
            return target.Fragment;
        }

        return _names.TryGetValue(target.AbsoluteUri, out var known) ? known
            : await FileAsync(file) is { } whole && JsonReference.Find(whole, target.Fragment) is { } part
                ? Add(part.DeepClone(), file, target)
            : reference;
    }

    private string Add(JsonNode part, Uri file, Uri target)
    {
        if (root["components"] is not JsonObject components)
        {
            root["components"] = components = [];
        }

        if (components["schemas"] is not JsonObject schemas)
        {
            components["schemas"] = schemas = [];
        }

        var last = target.AbsoluteUri.Split('/', '#')[^1];
        var name = $"{(last.Length > 0 ? last : "file")}-{_names.Count + 1}";
        schemas[name] = part;
        _open.Enqueue((part, file));
        return _names[target.AbsoluteUri] = $"#/components/schemas/{name}";
    }

    private async Task<JsonNode?> FileAsync(Uri file)
    {
        if (!_files.TryGetValue(file, out var known))
        {
            known = _files.Count < MostFiles ? await ReadAsync(file) : null;
            _files[file] = known;
        }

        return known;
    }

    private async Task<JsonNode?> ReadAsync(Uri file)
    {
        try
        {
            return await load(file) is { } text ? DocumentReader.ReadPart(text) : null;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
