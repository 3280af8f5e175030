using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceHost.Init.Entries;

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
        var members = new (string Key, JsonNode? Value)[]
        {
            ("name", entry.Name),
            ("kind", entry.IsJob ? "job" : null),
            ("project", entry.Project),
            ("image", entry.Image),
            ("command", entry.Command.Count > 0 ? Texts(entry.Command) : null),
            ("workingDirectory", entry.WorkingDirectory),
            ("port", entry.Port),
            ("containerPort", entry.ContainerPort),
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
        };
        return new JsonObject(
            members
                .Where(member => member.Value is not null)
                .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value))
        );
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
