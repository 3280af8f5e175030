using Npgsql;

namespace ServiceDefaults.Settings;

/// <summary>Reads a <c>postgresql://user:password@host:port/database</c> address (libpq, "Connection URIs"), which Npgsql does not.</summary>
internal static class PostgresUrl
{
    public static string ToConnectionString(string variable, string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("postgresql" or "postgres")
            || url.AbsolutePath.Length < 2
        )
        {
            throw new SettingException($"{variable} must look like postgresql://user:password@host:port/database.");
        }

        var user = url.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = Uri.UnescapeDataString(url.AbsolutePath[1..]),
            MaxPoolSize = 20,
            Timeout = 5,
            CommandTimeout = 10,
        }.ConnectionString;
    }
}
