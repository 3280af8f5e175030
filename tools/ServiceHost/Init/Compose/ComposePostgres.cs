using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Entries;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>Puts the suite's own database in the place of a container's: its address, and the parts of it.</summary>
/// <param name="server">The container.</param>
internal sealed class ComposePostgres(ComposeService server)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private static readonly (string Setting, string Default, string Names, string Part)[] s_parts =
    [
        ("POSTGRES_USER", "postgres", "(USER|USERNAME)$", "user"),
        ("POSTGRES_PASSWORD", "", "(PASS|PASSWORD|PWD)$", "password"),
        ("POSTGRES_DB", "postgres", "(DB|DATABASE|NAME)$", "name"),
        ("", "5432", "PORT$", "port"),
    ];

    private readonly string _hosts = string.Join('|', server.Hosts.Select(Regex.Escape));

    /// <summary>Whether a service has its address.</summary>
    public bool IsUsedBy(ComposeService service) => service.Environment.Any(variable => Names(Known(variable.Value)));

    /// <summary>The database's name: what the first address says, else what the container makes.</summary>
    public string DatabaseOf(ComposeService service)
    {
        var named = service.Environment.Select(variable => DatabaseIn(Known(variable.Value))).FirstOrDefault(name => name is not null);
        return ServiceNames.Database(
            named
                ?? Interpolation.Defaults(Setting("POSTGRES_DB") ?? "") switch
                {
                    null or "" => server.Name,
                    var name => name,
                }
        );
    }

    /// <summary>A variable's value, with references.</summary>
    /// <returns>Null when it has nothing of the database, or what is there is not understood.</returns>
    public string? Replace(ComposeVariable variable)
    {
        var value = Known(variable.Value);
        var address = Regex.Match(
            value,
            $@"^(?<scheme>jdbc:postgresql|postgres(ql)?(\+\w+)?)://([^@\s]*@)?({_hosts})(:5432)?(/[^?\s]*)?(?<query>\?\S*)?$",
            Options
        );
        return address.Success ? Address(address.Groups["scheme"].Value, address.Groups["query"].Value)
            : Regex.IsMatch(value, $@"(^|;)\s*(host|server)\s*=\s*({_hosts})\s*(;|$)", Options) ? "${database.ado}"
            : Regex.IsMatch(value, $"^({_hosts})$", Options) ? "${database.host}"
            : s_parts
                .FirstOrDefault(part =>
                    Regex.IsMatch(variable.Name, part.Names, Options) && value == Known(Setting(part.Setting) ?? part.Default)
                )
                .Part
                is { } part
                ? $"${{database.{part}}}"
            : null;
    }

    /// <summary>Whether a value has its host in it.</summary>
    public bool Names(string value) => Regex.IsMatch(value, $@"(^|[/@,=\s])({_hosts})($|:(?!//)|[/,;\s])", Options);

    private static string Address(string scheme, string query) =>
        scheme.StartsWith("jdbc", StringComparison.OrdinalIgnoreCase) ? "${database.jdbc}"
        : scheme.Contains('+', StringComparison.Ordinal)
            ? $"{scheme}://${{database.user}}:${{database.password}}@${{database.host}}:${{database.port}}/${{database.name}}{query}"
        : "${database.uri}" + query;

    private string? DatabaseIn(string value) =>
        Regex.Match(value, $@"@?({_hosts})(:5432)?/(?<name>[A-Za-z][\w-]*)", Options) is { Success: true } address
            ? address.Groups["name"].Value
        : Names(value) && Regex.Match(value, @"(^|;)\s*database\s*=\s*(?<name>[A-Za-z][\w-]*)", Options) is { Success: true } ado
            ? ado.Groups["name"].Value
        : null;

    // A variable is its default, where it has one; else it is compared as it is written.
    private static string Known(string? value) => Interpolation.Defaults(value ?? "") ?? value!;

    private string? Setting(string name) => server.Environment.FirstOrDefault(variable => variable.Name == name)?.Value;
}
