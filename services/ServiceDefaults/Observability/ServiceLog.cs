using Microsoft.Extensions.Logging.Console;
using ServiceDefaults.Settings;

namespace ServiceDefaults.Observability;

/// <summary>Logs: one JSON object a line on stdout.</summary>
internal static class ServiceLog
{
    public static void AddServiceLog(this ILoggingBuilder logging, ServiceSettings settings)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(settings.LogLevel);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // The middleware logs handled failures itself; the host's own line would repeat them.
        logging.AddConsole(o => o.FormatterName = JsonLineFormatter.FormatterName);
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
        logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.None);
    }
}
