using System.Text.Json.Nodes;

namespace Pipeline.Systems;

/// <summary>A service of a <see cref="SmallSystem"/>: in Node, unless it is <see cref="DotNet"/> or has a <see cref="Command"/>.</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Mode">One of <see cref="Systems.Mode"/>.</param>
internal sealed record TestService(string Name, string Mode = Mode.Normal)
{
    /// <summary>The manifest's folder of the .NET service.</summary>
    public const string DotNetFolder = "greeter";

    public string Title => char.ToUpperInvariant(Name[0]) + Name[1..] + " Service";

    /// <summary>It is the .NET project instead.</summary>
    public bool DotNet { get; init; }

    /// <summary>A command instead of the usual one.</summary>
    public JsonNode? Command { get; init; }

    public string[] DependsOn { get; init; } = [];

    public string? Database { get; init; }

    public string? Migrations { get; init; }

    public Dictionary<string, string> Env { get; init; } = [];

    /// <summary>Seconds. Long, so that a busy machine fails no test that is not about it.</summary>
    public double StartTimeout { get; init; } = 120;

    /// <summary>Seconds.</summary>
    public double StopTimeout { get; init; } = 60;

    /// <summary>More keys of its entry, or others in place of the usual ones; null takes one away.</summary>
    public Dictionary<string, JsonNode?> Keys { get; init; } = [];

    /// <summary>Its entry in the manifest, told of a port that no service has.</summary>
    public JsonObject ToJson(int port, int sparePort)
    {
        var entry = new JsonObject
        {
            ["name"] = Name,
            ["title"] = Title,
            ["port"] = port,
            ["dependsOn"] = new JsonArray([.. DependsOn.Select(name => JsonValue.Create(name))]),
            ["env"] = new JsonObject(
                Env.Append(new("MODE", Mode))
                    .Append(new("SERVICE_NAME", "${name}"))
                    .Append(new("SPARE_PORT", $"{sparePort}"))
                    .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))
            ),
            ["startTimeout"] = StartTimeout,
            ["stopTimeout"] = StopTimeout,
        };
        if (!DotNet)
        {
            entry["coverage"] = false; // they have modes that no test of coverage is about
        }
        entry[DotNet ? "project" : "command"] = DotNet ? $"{DotNetFolder}/Greeter.csproj" : Command ?? new JsonArray("node", "service.mjs");
        AddIfAny(entry, "database", Database);
        AddIfAny(entry, "migrations", Migrations);
        foreach (var (key, value) in Keys)
        {
            entry.Remove(key);
            if (value is not null)
            {
                entry[key] = value.DeepClone();
            }
        }
        return entry;
    }

    private static void AddIfAny(JsonObject entry, string key, string? value)
    {
        if (value is not null)
        {
            entry[key] = value;
        }
    }
}
