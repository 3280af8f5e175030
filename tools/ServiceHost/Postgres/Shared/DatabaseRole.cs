using System.Security.Cryptography;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Postgres.Shared;

/// <summary>A login on the run's own server. Services and tests get one that can do no more than they must; the superuser's password stays with the supervisor.</summary>
/// <param name="Name">Its name, of letters, digits and underscores.</param>
/// <param name="Password">Its password, new for each run.</param>
internal sealed record DatabaseRole(string Name, string Password)
{
    /// <summary>Before this version nobody but a superuser can be allowed to set a parameter.</summary>
    private const int FirstWithParameterGrants = 15;

    /// <summary>The owner of a service's database.</summary>
    public static DatabaseRole OwnerOf(string database) => new($"app_{database}", NewPassword());

    /// <summary>Tests make databases of their own, and see nobody else's.</summary>
    public static DatabaseRole ForTests() => new("suite_tests", NewPassword());

    /// <summary>A password that nobody guesses.</summary>
    public static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The SQL that makes the role of tests, and keeps the others out of what every server has.</summary>
    /// <param name="version">The server's.</param>
    public string CreateForTests(Version version) =>
        $"""
            CREATE ROLE {Name} LOGIN CREATEDB PASSWORD '{Password}';
            REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
            GRANT CONNECT ON DATABASE postgres TO {Name};
            {(version.Major < FirstWithParameterGrants ? "" : $"GRANT SET ON PARAMETER session_replication_role TO {Name};")}
            """;

    /// <summary>The SQL that makes the owner of a database.</summary>
    public string CreateOwner() => $"CREATE ROLE \"{Name}\" LOGIN PASSWORD '{Password}'";

    /// <summary>A server's address with this login.</summary>
    public NpgsqlConnectionStringBuilder On(NpgsqlConnectionStringBuilder server) =>
        new(server.ConnectionString) { Username = Name, Password = Password };
}
