using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>Writes entries as a manifest has them.</summary>
internal static class DraftText
{
    private const int Wide = 100;

    // Nothing of it goes into a web page; a path with an umlaut stays one.
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole manifest. Its gates only warn: a first run passes, and each becomes an error when it is wanted to.</summary>
    public static string Manifest(IEnumerable<DraftEntry> entries) =>
        Pretty(
            new JsonObject
            {
                ["gates"] = new JsonObject
                {
                    ["contracts"] = "warn",
                    ["keywords"] = "warn",
                    ["coverage"] = "warn",
                },
                ["services"] = new JsonArray([.. entries.Select(ToJson)]),
            }
        ) + "\n";

    /// <summary>One entry, to be copied into a manifest.</summary>
    public static string Entry(DraftEntry entry) => Pretty(ToJson(entry));

    private static JsonObject ToJson(DraftEntry entry)
    {
        (string Key, JsonNode? Value)[] members =
        [
            ("name", entry.Name),
            ("kind", entry.IsJob ? "job" : null),
            ("project", entry.Project),
            ("image", entry.Image),
            ("command", entry.Command.Count > 0 ? Texts(entry.Command) : null),
            ("workingDirectory", entry.WorkingDirectory),
            .. PortsOf(entry, "port", port => port.Number),
            .. PortsOf(entry, "containerPort", port => port.InContainer == port.Number ? null : port.InContainer),
            ("health", entry.Health?.DeepClone()),
            ("dependsOn", entry.DependsOn.Count > 0 ? Texts(entry.DependsOn) : null),
            ("database", entry.Database),
            ("migrations", entry.Migrations),
            ("envFile", entry.EnvFile),
            (
                "env",
                entry.Env.Count > 0
                    ? new JsonObject(entry.Env.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value)))
                    : null
            ),
        ];
        return new JsonObject(
            members
                .Where(member => member.Value is not null)
                .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value))
        );
    }

    // One by itself, several by their names; and nothing where there is none.
    private static IEnumerable<(string Key, JsonNode? Value)> PortsOf(DraftEntry entry, string key, Func<DraftPort, int?> numberOf)
    {
        var numbers = entry.Ports.Where(port => numberOf(port) is not null).ToList();
        return numbers is [] ? []
            : numbers is [{ Name: null } only] ? [(key, numberOf(only))]
            : [(key + "s", new JsonObject(numbers.Select(port => new KeyValuePair<string, JsonNode?>(port.Name!, numberOf(port)))))];
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    // What fits stands on one line, as a person would write it.
    private static string Pretty(JsonNode? node, string indent = "")
    {
        var (open, parts, close) = node switch
        {
            JsonObject members => (
                "{",
                members.Select(member => $"{Scalar(member.Key)}: {Pretty(member.Value, indent + "  ")}").ToList(),
                "}"
            ),
            JsonArray items => ("[", items.Select(item => Pretty(item, indent + "  ")).ToList(), "]"),
            _ => ("", [Scalar(node)], ""),
        };
        var blank = open == "{" ? " " : "";
        var line = $"{open}{blank}{string.Join(", ", parts)}{blank}{close}";
        return open.Length == 0 || (line.Length <= Wide && !line.Contains('\n', StringComparison.Ordinal))
            ? line
            : $"{open}\n{indent}  {string.Join($",\n{indent}  ", parts)}\n{indent}{close}";
    }

    private static string Scalar(JsonNode? value) => value?.ToJsonString(s_readable) ?? "null";
}
