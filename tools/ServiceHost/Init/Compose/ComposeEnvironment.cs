using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>The environment of a service, as a manifest has it.</summary>
/// <param name="hosts">Knows the other services' addresses.</param>
/// <param name="notes">Takes what could not be carried over.</param>
internal sealed class ComposeEnvironment(ComposeHosts hosts, ComposeNotes notes)
{
    // The suite gives a .NET project its address.
    private static readonly string[] s_given = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS"];

    /// <summary>Whether a variable tells a service this port of its own.</summary>
    public static bool IsPort(ComposeService service, ComposeVariable variable, int port) =>
        !IsGiven(service, variable) && IsPort(variable.Name, Interpolation.Defaults(variable.Value ?? ""), port);

    /// <summary>It.</summary>
    /// <param name="planned">The service.</param>
    /// <param name="database">The database that it uses, if it uses one.</param>
    public IReadOnlyDictionary<string, string> Of(PlannedService planned, ComposePostgres? database)
    {
        var service = planned.Service;
        var result = new Dictionary<string, string>();
        foreach (var variable in service.Environment.Where(variable => !IsGiven(service, variable)))
        {
            var value = IsValid(variable) ? ValueOf(variable, planned, database) : null;
            if (value is null)
            {
                notes.Add(
                    variable.At,
                    $"{service.Name}: the variable '{variable.Name}' was not carried over: a manifest can't say its value."
                );
                continue;
            }
            result[variable.Name] = value;
            if (hosts.Named(value) is { } name)
            {
                notes.Add(
                    variable.At,
                    $"{service.Name}: the variable '{variable.Name}' still names the host '{name}'; see what should stand in its place."
                );
            }
        }
        return result;
    }

    private string? ValueOf(ComposeVariable variable, PlannedService planned, ComposePostgres? database)
    {
        if (variable.Value is null)
        {
            return $"${{env:{variable.Name}:-}}";
        }
        var known = Interpolation.Defaults(variable.Value);
        return database?.Replace(variable)
            ?? hosts.ReplacePart(variable with { Value = known ?? variable.Value }, planned.Service.Environment)
            ?? OwnPort(variable.Name, known, planned)
            ?? (known is null ? null : Address(known, planned))
            ?? (Interpolation.Convert(variable.Value) is { } converted ? hosts.Replace(converted, planned.Name) : null);
    }

    private static bool IsGiven(ComposeService service, ComposeVariable variable) =>
        service.Image is null && s_given.Contains(variable.Name);

    private static bool IsPort(string name, string? known, int port) =>
        known == $"{port}" && name.Contains("PORT", StringComparison.OrdinalIgnoreCase);

    private static string? OwnPort(string name, string? known, PlannedService planned) =>
        planned.Ports.FirstOrDefault(port => IsPort(name, known, port.Container)) is { } own ? $"${{{own.Reference}}}" : null;

    // An address that is a variable's default is one of a container all the same.
    private string? Address(string known, PlannedService planned)
    {
        var literal = Literal(known);
        return hosts.Replace(literal, planned.Name) is var replaced && replaced != literal ? replaced : null;
    }

    private static string Literal(string value) => value.Replace("${", "$${", StringComparison.Ordinal);

    private static bool IsValid(ComposeVariable variable) =>
        variable.Name.Length > 0
        && !variable.Name.Any(character => character == '=' || HarmlessText.IsHarmful(character))
        && variable.Value?.Contains('\0', StringComparison.Ordinal) != true;
}
