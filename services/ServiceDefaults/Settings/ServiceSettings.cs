namespace ServiceDefaults.Settings;

/// <summary>What a service is told by its environment. Read once, at start.</summary>
/// <param name="Name">The service's name, as other services and logs know it.</param>
/// <param name="Port">The loopback port to listen on.</param>
/// <param name="Environment">The deployment environment, <c>test</c> under the suite.</param>
/// <param name="LogLevel">The lowest level that is logged.</param>
/// <param name="Database">An Npgsql connection string.</param>
public sealed record ServiceSettings(string Name, int Port, string Environment, LogLevel LogLevel, string Database)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A variable is missing or malformed.</exception>
    public static ServiceSettings FromEnvironment() =>
        new(
            Required("SERVICE_NAME"),
            ParsePort(Required("PORT")),
            Required("DEPLOYMENT_ENV"),
            ParseLevel(Required("LOG_LEVEL")),
            PostgresUrl.ToConnectionString("DATABASE_URL", Required("DATABASE_URL"))
        );

    /// <summary>The address of another service, from <c>&lt;NAME&gt;_SERVICE_URL</c>.</summary>
    /// <exception cref="SettingException">The variable is missing or no absolute http address.</exception>
    public static Uri ServiceUrl(string service)
    {
        var variable = $"{service.ToUpperInvariant()}_SERVICE_URL";
        return Uri.TryCreate(Required(variable), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new SettingException($"{variable} must be an absolute http address.");
    }

    private static string Required(string variable) =>
        System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new SettingException($"The environment variable {variable} is missing.");

    private static int ParsePort(string text) =>
        int.TryParse(text, out var port) && port is > 0 and < 65536
            ? port
            : throw new SettingException($"PORT must be a number from 1 to 65535, not '{text}'.");

    private static LogLevel ParseLevel(string text) =>
        Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level) && !char.IsDigit(text[0])
            ? level
            : throw new SettingException($"LOG_LEVEL must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, not '{text}'.");
}
