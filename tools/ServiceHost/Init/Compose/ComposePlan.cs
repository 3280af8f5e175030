using System.Globalization;
using System.Text.RegularExpressions;
using ServiceHost.Init.Discovery;
using ServiceHost.Init.Entries;

namespace ServiceHost.Init.Compose;

/// <summary>A service that is carried over.</summary>
/// <param name="Service">As the file has it.</param>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Program">What it runs, unless it is a container.</param>
/// <param name="IsJob">It ends by itself.</param>
/// <param name="ContainerPort">Its port in the container, by which others know it.</param>
/// <param name="Port">Its port on this machine.</param>
internal sealed record PlannedService(
    ComposeService Service,
    string Name,
    ComposeProgram? Program,
    bool IsJob,
    int? ContainerPort,
    int? Port
);

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
        var container = isJob ? null : ContainerPortOf(service, program);
        return new PlannedService(
            service,
            _names.Take(service.Name),
            program,
            isJob,
            container,
            container is null ? null : PortOf(service)
        );
    }

    private int PortOf(ComposeService service)
    {
        var published = service.Ports.FirstOrDefault()?.Host;
        var port = _ports.Take(published);
        if (published is not null && published != port)
        {
            file.Notes.Add(
                service.Node["ports"]!,
                $"{service.Name}: its port became {port}: an ordinary user can't have {published}, or another service has it."
            );
        }
        foreach (var other in service.Ports.Skip(1).Where(other => other.Host is not null))
        {
            file.Notes.Add(service.Node["ports"]!, $"{service.Name}: its port {other.Container} was not carried over: a service has one.");
        }
        return port;
    }

    // What it publishes, what others ask it for, what a web project listens on in a container.
    private int? ContainerPortOf(ComposeService service, ComposeProgram? program)
    {
        if (service.Ports is [var first, ..])
        {
            return first.Container;
        }
        var pattern = $@"(^|[/@,=\s-])({string.Join('|', service.Hosts.Select(Regex.Escape))}):(?<port>[0-9]{{2,5}})";
        var asked = file
            .Services.Where(other => other != service)
            .SelectMany(other => other.Environment)
            .Select(variable => Regex.Match(variable.Value ?? "", pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant))
            .FirstOrDefault(match => match.Success);
        return asked is not null ? int.Parse(asked.Groups["port"].Value, CultureInfo.InvariantCulture)
            : program?.Project?.Kind == ProjectKind.Web ? DotNetContainerPort
            : null;
    }
}
