using System.Globalization;
using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Logs;

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
    private static readonly string[] s_method = ["method", "Method", "RequestMethod", "http.request.method"];
    private static readonly string[] s_path = ["path", "Path", "RequestPath", "url.path", "url"];
    private static readonly string[] s_milliseconds =
    [
        "milliseconds",
        "ElapsedMilliseconds",
        "elapsed_ms",
        "duration_ms",
        "Elapsed",
        "responseTime",
    ];
    private static readonly string[] s_message = ["message", "Message", "@m", "@mt", "body", "Body", "msg"];
    private static readonly string[] s_exception = ["exception", "Exception", "@x", "error.stack_trace", "stack"];
    private static readonly string[] s_faults = ["error", "critical", "fatal"];

    // Where ASP.NET Core's console, OpenTelemetry, pino and others have what belongs to the request.
    private static readonly string[] s_parts = ["State", "Attributes", "attributes", "Properties", "req", "res"];

    public string? TraceId => Text(s_trace) ?? InScope(s_trace);

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Time =>
        Text(s_time) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var since) ? LogTime.Of(since)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time
        : null;

    /// <summary>The line tells of a fault: by its level, or by a status of 500 or more.</summary>
    public bool Failed => IsFault(Level) || Status >= LeastServerError;

    /// <summary>The status of the answer that the line tells of.</summary>
    public int? Status => int.TryParse(Text(s_status) ?? InPart(s_status), CultureInfo.InvariantCulture, out var status) ? status : null;

    /// <summary>The method of the request that the line tells of.</summary>
    public string? Method => Text(s_method) ?? InPart(s_method);

    /// <summary>The path of the request, with the query if the service logs it.</summary>
    public string? Path => Text(s_path) ?? InPart(s_path);

    /// <summary>How long the request took.</summary>
    public double? Milliseconds =>
        double.TryParse(Text(s_milliseconds) ?? InPart(s_milliseconds), CultureInfo.InvariantCulture, out var took)
        && double.IsFinite(took)
        && took >= 0
            ? took
            : null;

    /// <summary>The level as the service writes it.</summary>
    public string? Level => Text(s_level);

    /// <summary>What it says.</summary>
    public string? Message => Text(s_message);

    /// <summary>The exception that it tells of, with its stack.</summary>
    public string? Exception => Text(s_exception);

    private static bool IsFault(string? level) =>
        int.TryParse(level, out var number) ? number >= LeastFault : s_faults.Contains(level, StringComparer.OrdinalIgnoreCase);

    private string? Text(string[] names) => Text(line, names);

    /// <summary>Where ASP.NET Core's JSON console has what belongs to the request.</summary>
    private string? InScope(string[] names) =>
        line.TryGetProperty("Scopes", out var scopes) && scopes.ValueKind == JsonValueKind.Array
            ? scopes.EnumerateArray().Where(IsObject).Select(scope => Text(scope, names)).FirstOrDefault(text => text is not null)
            : null;

    private string? InPart(string[] names)
    {
        foreach (var part in s_parts)
        {
            if (line.TryGetProperty(part, out var members) && IsObject(members) && Text(members, names) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;

    private static string? Text(JsonElement of, string[] names) =>
        names.Select(name => of.TryGetProperty(name, out var member) ? member.ToString() : null).FirstOrDefault(text => text is not null);
}
