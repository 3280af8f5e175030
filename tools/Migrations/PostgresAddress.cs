using System.Globalization;
using Npgsql;

namespace IntegrationSuite.Migrations;

/// <summary>Reads and writes <c>postgresql://user:password@host:port/database</c> addresses (libpq, "Connection URIs"), which Npgsql does not.</summary>
public static class PostgresAddress
{
    /// <summary>Reads such an address, or an Npgsql connection string.</summary>
    /// <exception cref="MigrationException">It is neither (<see cref="MigrationCodes.BadAddress"/>). The text is not repeated: it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return IsUrl(text) ? FromUrl(new Uri(text)) : FromConnectionString(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new MigrationException(
                new MigrationProblem(
                    MigrationCodes.BadAddress,
                    "The database's address cannot be read. Give postgresql://user:password@host:port/database or an Npgsql connection string (Host=…;Port=…;Username=…)."
                ),
                e
            );
        }
    }

    /// <summary>Writes an address; without a database when <paramref name="builder"/> names none.</summary>
    public static string ToUrl(NpgsqlConnectionStringBuilder builder)
    {
        var password = builder.Password is { Length: > 0 } given ? ":" + Uri.EscapeDataString(given) : "";
        var user = builder.Username is { Length: > 0 } name ? Uri.EscapeDataString(name) + password + "@" : "";
        var database = builder.Database is { Length: > 0 } some ? "/" + Uri.EscapeDataString(some) : "";
        return string.Create(CultureInfo.InvariantCulture, $"postgresql://{user}{builder.Host}:{builder.Port}{database}");
    }

    /// <summary>Where it points, without user and password: <c>host:port/database</c>.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder builder) =>
        string.Create(CultureInfo.InvariantCulture, $"{builder.Host}:{builder.Port}/{builder.Database}");

    private static bool IsUrl(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder FromConnectionString(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder(text);
        return builder.Host is { Length: > 0 } ? builder : throw new FormatException("No host.");
    }

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host is { Length: > 0 } host ? host : throw new FormatException("No host."),
            Port = url.Port > 0 ? url.Port : 5432,
        };
        SetIfGiven(user[0], value => builder.Username = value);
        SetIfGiven(user.ElementAtOrDefault(1), value => builder.Password = value);
        SetIfGiven(url.AbsolutePath.TrimStart('/'), value => builder.Database = value);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var option = pair.Split('=', 2);
            builder[OptionName(option[0])] = Uri.UnescapeDataString(option.ElementAtOrDefault(1) ?? "");
        }

        return builder;
    }

    private static void SetIfGiven(string? escaped, Action<string> set)
    {
        if (escaped is { Length: > 0 })
        {
            set(Uri.UnescapeDataString(escaped));
        }
    }

    private static string OptionName(string libpq) =>
        libpq switch
        {
            "sslmode" => "SSL Mode",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            "options" => "Options",
            _ => Uri.UnescapeDataString(libpq),
        };
}
