using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using ServiceDefaults.Settings;

namespace ServiceDefaults.Observability;

/// <summary>A log line is <c>{time, level, service, trace_id, category, message, …values, exception}</c>.</summary>
internal sealed class JsonLineFormatter(ServiceSettings settings) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "service";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", DateTimeOffset.UtcNow.ToString("O"));
            json.WriteString("level", entry.LogLevel.ToString());
            json.WriteString("service", settings.Name);
            json.WriteString("trace_id", Activity.Current?.TraceId.ToHexString());
            json.WriteString("category", entry.Category);
            json.WriteString("message", entry.Formatter(entry.State, null));
            WriteValues(json, entry.State as IReadOnlyList<KeyValuePair<string, object?>>);
            if (entry.Exception is { } exception)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        foreach (var (name, value) in values ?? [])
        {
            if (name != "{OriginalFormat}")
            {
                json.WriteString(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), value?.ToString());
            }
        }
    }
}
