using System.Globalization;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>The values of the references that a service may use (<see cref="References"/>).</summary>
/// <param name="service">The service.</param>
/// <param name="state">Its port and its database.</param>
/// <param name="run">All services of the run.</param>
/// <param name="variable">The caller's environment, when it is not this process's.</param>
internal sealed class ReferenceValues(ServiceEntry service, ServiceState state, RunState run, Func<string, string?>? variable = null)
{
    private readonly Func<string, string?> _variable = variable ?? Environment.GetEnvironmentVariable;

    /// <summary>A text with the values in their places.</summary>
    /// <exception cref="SuiteException">A value is not known.</exception>
    public string Resolve(string text) => ReferenceText.Replace(text, ValueOf);

    /// <summary>The same for each of several.</summary>
    public IReadOnlyList<string> Resolve(IEnumerable<string> texts) => [.. texts.Select(Resolve)];

    /// <summary>How the service is known to be healthy, with the values in their places.</summary>
    public HealthCheck Resolve(HealthCheck health) =>
        health switch
        {
            HttpHealth http => http with
            {
                Path = Resolve(http.Path),
                Headers = http.Headers.ToDictionary(header => header.Key, header => Resolve(header.Value)),
            },
            CommandHealth command => new CommandHealth(Resolve(command.Command)),
            _ => health,
        };

    /// <summary>The errors of variables of the caller's environment that an entry refers to and that are not set: known before anything is started.</summary>
    public static IEnumerable<SuiteError> MissingVariables(ServiceEntry service, string manifest) =>
        TextsOf(service).SelectMany(MissingVariables).Distinct().Select(name => NotSet(service, name, manifest));

    /// <summary>The references of a text to variables of the caller's environment that are not set.</summary>
    public static IEnumerable<string> MissingVariables(string text) =>
        ReferenceText
            .NamesIn(text)
            .Where(name =>
                name.StartsWith(References.EnvironmentPrefix, StringComparison.Ordinal)
                && Variable(name, Environment.GetEnvironmentVariable) is null
            );

    /// <summary>The error of such a reference.</summary>
    public static SuiteError NotSet(ServiceEntry service, string name, string manifest) =>
        new(
            ErrorCodes.VariableNotSet,
            $"{service.Title} needs the environment variable '{name[References.EnvironmentPrefix.Length..]}' of whoever starts it, and it is not set. Set it, or give a default: ${{{name}:-…}}.",
            service.Name,
            File: manifest,
            Line: service.Line,
            Column: service.Column
        );

    /// <summary>The value of a reference to a variable of the caller's environment; null when it is not set and has no default.</summary>
    public static string? Variable(string name, Func<string, string?> of)
    {
        var parts = name[References.EnvironmentPrefix.Length..].Split(References.DefaultMark, 2);
        return of(parts[0]) switch
        {
            null or "" when parts.Length == 2 => parts[1],
            var value => value,
        };
    }

    private static IEnumerable<string> TextsOf(ServiceEntry service) =>
        [
            .. service.Command ?? [],
            service.Image ?? "",
            .. service.Before.SelectMany(words => words),
            .. service.Env.Values,
            .. service.Placeholders.Values,
            service.WorkingDirectory ?? "",
            .. service.Health switch
            {
                HttpHealth http => http.Headers.Values.Append(http.Path),
                CommandHealth command => command.Command,
                _ => [],
            },
        ];

    private string ValueOf(string name) =>
        name.StartsWith(References.EnvironmentPrefix, StringComparison.Ordinal) ? Variable(name, _variable) ?? throw Unknown(name)
        : name.StartsWith(References.DatabasePrefix, StringComparison.Ordinal) && state.DatabaseUrl is { } url
            ? DatabasePart(url, name[References.DatabasePrefix.Length..])
        : name switch
        {
            References.Name => ServiceState.FirstOf(service.Name),
            References.Port => Text(service.Image is null ? state.Port : service.ContainerPort),
            References.PublishedPort when service.Image is not null => Text(state.Port),
            References.Url => state.Url ?? throw Unknown(name),
            _ => OwnPort(name) ?? OfNeighbour(name),
        };

    private string? OwnPort(string name) =>
        PortIn(service.Image is null ? state.Ports : service.ContainerPorts, name, References.PortsPrefix)
        ?? (service.Image is null ? null : PortIn(state.Ports, name, References.PublishedPortsPrefix));

    private static string? PortIn(IReadOnlyDictionary<string, int> ports, string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && ports.TryGetValue(name[prefix.Length..], out var port) ? Text(port) : null;

    private string OfNeighbour(string name)
    {
        var parts = name.Split('.', 2);
        var neighbour = run.Services.FirstOrDefault(each => each.Name == parts[0]);
        return (neighbour, parts[^1]) switch
        {
            ({ Url: { } url }, References.Url) => url,
            ({ Port: > 0 and var port }, References.Port) => Text(port),
            _ => neighbour?.Told.GetValueOrDefault(parts[^1])
                ?? (neighbour is null ? null : PortIn(neighbour.Ports, parts[^1], References.PortsPrefix))
                ?? throw Unknown(name),
        };
    }

    private static string DatabasePart(string url, string part)
    {
        var address = PostgresAddress.Parse(url);
        return part switch
        {
            "uri" => url,
            "ado" => address.ConnectionString,
            "jdbc" =>
                $"jdbc:postgresql://{PostgresAddress.Describe(address)}?user={Uri.EscapeDataString(address.Username ?? "")}&password={Uri.EscapeDataString(address.Password ?? "")}",
            "host" => address.Host!,
            "port" => Text(address.Port),
            "name" => address.Database!,
            "user" => address.Username ?? "",
            "password" => address.Password ?? "",
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private SuiteException Unknown(string name) =>
        new(
            new SuiteError(
                ErrorCodes.UnknownReference,
                $"{service.Title} can't be told ${{{name}}}: nobody knows it now. What a service says in its log, and its ports but for the one of its address, are not known where it runs elsewhere or was not started.",
                service.Name
            )
        );
}
