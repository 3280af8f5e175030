using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Checking;

/// <summary>What a service would be given, for a person.</summary>
internal static partial class ServiceSheet
{
    /// <summary>It, as a paragraph.</summary>
    public static string Of(ServiceEntry service, RunState run)
    {
        var state = run.Services.First(each => each.Name == service.Name);
        var values = new ReferenceValues(
            service,
            state,
            run,
            name => Environment.GetEnvironmentVariable(name) is null ? null : $"<your {name}>"
        );
        var lines = new List<(string What, string Text)> { ("runs", Program(service, values)) };
        lines.AddRange(PublishedPortsOf(service, state).Select(port => ("publishes", port)));
        lines.AddRange(service.Before.Select(command => ("before it", Words(values.Resolve(command)))));
        lines.AddRange(service.DependsOn.Select(name => ("after", name)));
        lines.Add(
            service.Kind == ServiceKind.Job
                ? ("done once", "it has ended with 0")
                : ("healthy once", HealthText.Of(values.Resolve(service.Health)))
        );
        lines.AddRange(EnvironmentOf(service, state, run, values).Select(pair => ("environment", pair)));
        lines.AddRange(
            service.Placeholders.Select(pair => ("in its SQL", $"${{{pair.Key}}} is {Shown(pair.Key, values.Resolve(pair.Value))}"))
        );
        return $"{service.Name} ({service.Title}){string.Concat(lines.Select(line => $"{Environment.NewLine}  {line.What, -13}{HarmlessText.OneLine(line.Text)}"))}";
    }

    private static IEnumerable<string> PublishedPortsOf(ServiceEntry service, ServiceState state) =>
        service.Image is null
            ? []
            : ServicePort
                .Of(service, state.Port, state.Ports)
                .Select(port =>
                    $"its port {(port.Name is null ? service.ContainerPort : service.ContainerPorts[port.Name])} as 127.0.0.1:{port.Number}"
                );

    private static string Program(ServiceEntry service, ReferenceValues values)
    {
        var words = Words(values.Resolve(service.Command ?? []));
        return service.Project ?? (service.Image is null ? words : $"a container of {values.Resolve(service.Image)} {words}".TrimEnd());
    }

    private static IEnumerable<string> EnvironmentOf(ServiceEntry service, ServiceState state, RunState run, ReferenceValues values) =>
        ServiceEnvironment
            .Given(service, state, run, values)
            .GroupBy(pair => pair.Key, (name, same) => $"{name}={Shown(name, same.Last().Value)}");

    private static string Shown(string name, string value) =>
        value.Length > 0 && SecretPattern().IsMatch(name) ? ExpectedState.Masked : value;

    private static string Words(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => word.Length == 0 || word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word));

    // A name that says so; passwords of databases are not filled in at all.
    [GeneratedRegex("pass|secret|token|key|credential|private|auth", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretPattern();
}
