using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Entries;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>A service that is carried over.</summary>
/// <param name="Service">As the file has it.</param>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Program">What it runs, unless it is a container.</param>
/// <param name="IsJob">It ends by itself.</param>
/// <param name="Ports">Its ports.</param>
internal sealed record PlannedService(
    ComposeService Service,
    string Name,
    ComposeProgram? Program,
    bool IsJob,
    IReadOnlyList<PlannedPort> Ports
)
{
    /// <summary>Its port in the container; of several the first.</summary>
    public int? ContainerPort => Ports.FirstOrDefault()?.Container;

    /// <summary>Its port on this machine; of several the first.</summary>
    public int? Port => Ports.FirstOrDefault()?.Number;
}

/// <summary>A port of it.</summary>
/// <param name="Name">Its name in the manifest; null for the only one.</param>
/// <param name="Container">In the container, by which others know it.</param>
/// <param name="Number">On this machine.</param>
/// <param name="IsFirst">It is the service's port, which its address has.</param>
internal sealed record PlannedPort(string? Name, int Container, int Number, bool IsFirst)
{
    /// <summary>The reference to it, without braces and service.</summary>
    public string Reference => IsFirst ? References.Port : References.PortsPrefix + Name;
}

/// <summary>Decides which services of a file are carried over, with their names and ports; that comes first, since each may refer to each.</summary>
/// <param name="file">The file.</param>
/// <param name="root">The manifest's folder.</param>
internal sealed class ComposePlan(ComposeFile file, string root)
{
    private const int DotNetContainerPort = 8080; // of Microsoft's images since .NET 8

    private readonly ServiceNames _names = new();
    private readonly PortChoice _ports = new(file.Services.SelectMany(service => service.Ports).Select(port => port.Host).OfType<int>());
    private readonly HashSet<string> _jobs =
    [
        .. file
            .Services.SelectMany(service => service.DependsOn)
            .Where(dependency => dependency.IsJob)
            .Select(dependency => dependency.Name),
    ];

    /// <summary>Decides.</summary>
    public IReadOnlyList<PlannedService> Make() =>
        [.. file.Services.Where(service => !service.IsPostgres).Select(PlanOf).OfType<PlannedService>()];

    private PlannedService? PlanOf(ComposeService service)
    {
        var program = service.Image is null ? ComposeProgram.Find(service, file, root) : null;
        if (program is null && service.Image is null)
        {
            var why = service.Node["build"] is null
                ? "it has neither 'build' nor 'image'"
                : "its build has no project of .NET and no package.json, in this folder or below";
            file.Notes.Add(service.Node, $"{service.Name}: it was not carried over: {why}. Add it with its \"command\".");
            return null;
        }
        var isJob = _jobs.Contains(service.Name);
        if (isJob && service.Image is not null)
        {
            file.Notes.Add(
                service.Node,
                $"{service.Name}: it was not carried over: a job can't be a container. Let a command of \"before\" do it, or a job of its own."
            );
            return null;
        }
        return new PlannedService(service, _names.Take(service.Name), program, isJob, isJob ? [] : PortsOf(service, program));
    }

    private List<PlannedPort> PortsOf(ComposeService service, ComposeProgram? program)
    {
        if (service.Ports is not [var first, ..])
        {
            return UnsaidPortOf(service, program) is { } container ? [new PlannedPort(null, container, _ports.Take(), IsFirst: true)] : [];
        }
        var others = service.Ports.DistinctBy(port => port.Container).Skip(1).Where(other => IsCarriedOver(service, other)).ToList();
        var names = new ServiceNames();
        return
        [
            .. others
                .Prepend(first)
                .Select(port => new PlannedPort(
                    others.Count == 0 ? null : names.Take(port.Name ?? $"port-{port.Container}"),
                    port.Container,
                    NumberOf(service, port),
                    port == first
                )),
        ];
    }

    private int NumberOf(ComposeService service, ComposePort port)
    {
        var number = _ports.Take(port.Host);
        if (port.Host is { } published && published != number)
        {
            file.Notes.Add(
                service.Node["ports"]!,
                $"{service.Name}: its port became {number}: an ordinary user can't have {published}, or another service has it."
            );
        }
        return number;
    }

    // A container keeps its ports, whatever they are on this machine. A program must be told another one.
    private bool IsCarriedOver(ComposeService service, ComposePort port)
    {
        var isCarriedOver = service.Image is null
            ? service.Environment.Any(variable => ComposeEnvironment.IsPort(service, variable, port.Container))
            : port.Host is not null;
        if (!isCarriedOver && port.Host is not null)
        {
            file.Notes.Add(
                service.Node["ports"]!,
                $"{service.Name}: its port {port.Container} was not carried over: none of its variables tells it that port."
            );
        }
        return isCarriedOver;
    }

    // What others ask it for, what a web project listens on in a container.
    private int? UnsaidPortOf(ComposeService service, ComposeProgram? program)
    {
        var pattern = $@"(^|[/@,=\s-])({string.Join('|', service.Hosts.Select(Regex.Escape))}):(?<port>[0-9]{{2,5}})";
        var asked = file
            .Services.Where(other => other != service)
            .SelectMany(other => other.Environment)
            .Select(variable => Regex.Match(variable.Value ?? "", pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant))
            .Where(match => match.Success)
            .Select(match => ComposeService.Number(match.Groups["port"].Value))
            .FirstOrDefault(port => port is not null);
        return asked is not null ? asked
            : program?.Project?.Kind == ProjectKind.Web ? DotNetContainerPort
            : null;
    }
}
