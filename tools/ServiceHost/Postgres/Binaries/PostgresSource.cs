using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Postgres.Binaries;

/// <summary>Where a private server may come from.</summary>
internal enum PostgresSource
{
    /// <summary>Installed on this machine.</summary>
    System,

    /// <summary>The npm package.</summary>
    Npm,

    /// <summary>A container.</summary>
    Docker,
}

/// <summary>Which sources are tried.</summary>
internal static class PostgresSources
{
    /// <summary>Restricts the search, for those who want one kind of server everywhere: <c>npm</c>, <c>system,docker</c>.</summary>
    public const string Variable = "POSTGRES_SOURCES";

    /// <summary>The sources to try, in order.</summary>
    /// <exception cref="SuiteException">The variable names something else.</exception>
    public static IReadOnlyList<PostgresSource> Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Enum.GetValues<PostgresSource>();
        }

        return [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static PostgresSource Parse(string word) =>
        Enum.GetValues<PostgresSource>()
            .Cast<PostgresSource?>()
            .FirstOrDefault(source => string.Equals(source.ToString(), word, StringComparison.OrdinalIgnoreCase))
        ?? throw new SuiteException(
            new SuiteError(ErrorCodes.BadOption, $"{Variable} names '{word}'. It is a list of: system, npm, docker.")
        );
}
