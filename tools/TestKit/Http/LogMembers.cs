using System.Text.Json;

namespace IntegrationSuite.TestKit.Http;

/// <summary>
/// A log line that is a JSON object, whatever the service's logging calls its members: OpenTelemetry's data model, ASP.NET Core's JSON
/// console, Serilog's compact format, the Elastic Common Schema, pino.
/// </summary>
internal readonly struct LogMembers(JsonElement line)
{
    // pino's numbers: 50 is error, 60 is fatal.
    private const int LeastFault = 50;
    private const int LeastServerError = 500;

    private static readonly string[] s_trace = ["trace_id", "traceId", "TraceId", "trace.id", "@tr"];
    private static readonly string[] s_time = ["time", "timestamp", "Timestamp", "@timestamp", "@t", "ts"];
    private static readonly string[] s_level = ["level", "LogLevel", "severity", "SeverityText", "log.level", "@l"];
    private static readonly string[] s_status = ["status", "statusCode", "StatusCode", "http.response.status_code"];
    private static readonly string[] s_faults = ["error", "critical", "fatal"];

    public string? TraceId => Text(s_trace) ?? InScope(s_trace);

    public DateTimeOffset? Time => DateTimeOffset.TryParse(Text(s_time), out var time) ? time : null;

    /// <summary>The line tells of a fault: by its level, or by a status of 500 or more.</summary>
    public bool Failed => IsFault(Text(s_level)) || (int.TryParse(Text(s_status), out var status) && status >= LeastServerError);

    private static bool IsFault(string? level) =>
        int.TryParse(level, out var number) ? number >= LeastFault : s_faults.Contains(level, StringComparer.OrdinalIgnoreCase);

    private string? Text(string[] names) => Text(line, names);

    /// <summary>Where ASP.NET Core's JSON console has what belongs to the request.</summary>
    private string? InScope(string[] names) =>
        line.TryGetProperty("Scopes", out var scopes) && scopes.ValueKind == JsonValueKind.Array
            ? scopes.EnumerateArray().Where(IsObject).Select(scope => Text(scope, names)).FirstOrDefault(text => text is not null)
            : null;

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;

    private static string? Text(JsonElement of, string[] names) =>
        names.Select(name => of.TryGetProperty(name, out var member) ? member.ToString() : null).FirstOrDefault(text => text is not null);
}
