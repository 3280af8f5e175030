using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Logs;

namespace IntegrationSuite.TestKit.Http;

/// <summary>A log line of a trace.</summary>
/// <param name="Service">The service, or the instance of it, whose log has it.</param>
/// <param name="Text">The line.</param>
/// <param name="Time">When it was written, if the line says so.</param>
/// <param name="TraceId">Its trace, if the line says so.</param>
/// <param name="Failed">It tells of a fault: by its level, or by a status of 500 or more.</param>
public sealed record TraceLine(string Service, string Text, DateTimeOffset? Time, string? TraceId, bool Failed)
{
    /// <summary>Reads a line, whatever its form. Only one that is a JSON object tells more than its text.</summary>
    public static TraceLine Read(string service, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(service, text, new LogMembers(json.RootElement))
                : Plain(service, text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Text, or JSON with half of a surrogate pair.
            return Plain(service, text);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"[{Service}] {HarmlessText.Of(Text)}";

    private static TraceLine Read(string service, string text, LogMembers line) => new(service, text, line.Time, line.TraceId, line.Failed);

    private static TraceLine Plain(string service, string text) => new(service, text, Time: null, TraceId: null, Failed: false);
}
