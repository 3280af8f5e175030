using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The JSON of the state file, the event file and the control pipe: camelCase, one object a line where lines matter.</summary>
public static class ClientJson
{
    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, for a file that a person may open.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        // What the supervisor reads and writes while services wait is generated at build time: reflection costs 50 ms there.
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(ClientJsonContext.Default, new DefaultJsonTypeInfoResolver());
        options.MakeReadOnly();
        return options;
    }
}

[JsonSerializable(typeof(RunState))]
[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(LaunchOptions))]
internal sealed partial class ClientJsonContext : JsonSerializerContext;
