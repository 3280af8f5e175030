using System.Text.Json;
using ServiceHost.Client;

namespace TestKit.Http;

/// <summary>A log line of a trace.</summary>
/// <param name="Service">The service, or the instance of it, whose log has it.</param>
/// <param name="Text">The line.</param>
/// <param name="Time">When it was written, if the line is a JSON object with a <c>time</c>.</param>
/// <param name="TraceId">Its trace, if it has a <c>trace_id</c>.</param>
/// <param name="Failed">It tells of a fault: its <c>level</c> is Error or Critical, or its <c>status</c> 500 or more.</param>
public sealed record TraceLine(string Service, string Text, DateTimeOffset? Time, string? TraceId, bool Failed)
{
    /// <summary>Reads a line, whatever its form.</summary>
    public static TraceLine Read(string service, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var time = DateTimeOffset.TryParse(Member(json, "time"), out var parsed) ? parsed : (DateTimeOffset?)null;
            var failed =
                Member(json, "level") is "Error" or "Critical" || (int.TryParse(Member(json, "status"), out var status) && status >= 500);
            return new TraceLine(service, text, time, Member(json, "trace_id"), failed);
        }
        catch (JsonException)
        {
            return new TraceLine(service, text, Time: null, TraceId: null, Failed: false);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"[{Service}] {HarmlessText.Of(Text)}";

    private static string? Member(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var member)
            ? member.ToString()
            : null;
}
