using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>Makes entries of a Compose file's services.</summary>
internal sealed class ComposeConversion
{
    private static readonly string[] s_carried =
    [
        "build",
        "image",
        "ports",
        "expose",
        "environment",
        "env_file",
        "depends_on",
        "healthcheck",
        "command",
        "container_name",
        "hostname",
    ];

    private readonly ComposeFile _file;
    private readonly string _root;
    private readonly IReadOnlyList<PlannedService> _planned;
    private readonly IReadOnlyList<ComposePostgres> _servers;
    private readonly ComposeEnvironment _environment;

    private ComposeConversion(ComposeFile file, string root)
    {
        (_file, _root, _planned) = (file, root, new ComposePlan(file, root).Make());
        _servers = [.. file.Servers.Select(server => new ComposePostgres(server))];
        _environment = new ComposeEnvironment(new ComposeHosts(_planned, file.Services), file.Notes);
    }

    /// <summary>Reads a file and makes them.</summary>
    /// <param name="file">The Compose file.</param>
    /// <param name="root">The manifest's folder.</param>
    /// <exception cref="SuiteException">It is malformed: SUITE118.</exception>
    public static Draft Run(string file, string root)
    {
        var compose = new ComposeFile(Path.GetFullPath(file));
        var conversion = new ComposeConversion(compose, root);
        var entries = conversion._planned.Select(conversion.EntryOf).ToList();
        compose.Servers.ToList().ForEach(conversion.TellOfServer);
        return new Draft(entries, compose.Notes.Lines);
    }

    private DraftEntry EntryOf(PlannedService planned)
    {
        var (service, program) = (planned.Service, planned.Program);
        var database = service.Image is null ? _servers.FirstOrDefault(server => server.IsUsedBy(service)) : null;
        _file.TellRest($"{service.Name}: ", service.Node, s_carried);
        return new DraftEntry
        {
            Name = planned.Name,
            IsJob = planned.IsJob,
            Project = program?.Project is { } project ? SourceTree.Relative(_root, project.File) : null,
            Image = service.Image is { } image ? Interpolation.Defaults(image) ?? Interpolation.Convert(image) ?? image : null,
            Command = CommandOf(planned),
            WorkingDirectory =
                program?.Package is { } package && SourceTree.Relative(_root, package.Folder) is not "." and var folder ? folder : null,
            Ports = [.. planned.Ports.Select(port => new DraftPort(port.Number, port.Name, service.Image is null ? null : port.Container))],
            Health = planned.IsJob ? null : ComposeHealth.Of(service, planned.ContainerPort, _file.Notes) ?? HealthOf(planned),
            DependsOn = DependenciesOf(service, database),
            Database = database?.DatabaseOf(service),
            Env = _environment.Of(planned, database),
            EnvFile = EnvFileOf(service),
        };
    }

    private JsonNode? HealthOf(PlannedService planned)
    {
        if (planned.Port is null)
        {
            return DraftHealth.Alive;
        }
        switch (planned.Program)
        {
            case { Project: { } project }:
                var open = new List<string>();
                var health = DotNetHealth.Of(planned.Name, project, open);
                open.ForEach(line => _file.Notes.Add(planned.Service.Node, line));
                return health;
            case { Package: { } package }:
                return NodeServices.HealthOf(package.Sources());
            default:
                return DraftHealth.Tcp;
        }
    }

    private IReadOnlyList<string> CommandOf(PlannedService planned)
    {
        var given = planned.Service.Node["command"];
        var words = planned.Program is null ? ComposeProgram.WordsOf(given) : planned.Program.Command(given, _root);
        var isLost = given is { IsNull: false } && (words.Count == 0 || planned.Program?.Project is not null);
        if (isLost || words.Any(word => word.Contains('\0', StringComparison.Ordinal) || Interpolation.Convert(word) is null))
        {
            _file.Notes.Add(given!, $"{planned.Service.Name}: its command was not carried over.");
            return planned.Program?.Command(null, _root) ?? [];
        }
        return [.. words.Select(word => ComposeHealth.WithPort(word, planned.Program is null ? null : planned.ContainerPort))];
    }

    private List<string> DependenciesOf(ComposeService service, ComposePostgres? database)
    {
        var names = new List<string>();
        foreach (var dependency in service.DependsOn)
        {
            if (_planned.FirstOrDefault(planned => planned.Service.Name == dependency.Name) is { } found)
            {
                names.Add(found.Name);
            }
            else if (_file.Servers.All(server => server.Name != dependency.Name))
            {
                var why = _file.Services.Any(other => other.Name == dependency.Name) ? "was not carried over" : "is not there";
                _file.Notes.Add(dependency.At, $"{service.Name}: it waits for '{dependency.Name}', which {why}.");
            }
            else if (database is null)
            {
                var why = service.Image is null
                    ? ", but none of its variables has that address: add its \"database\"."
                    : ", which a container does not reach: the suite's own server is in its place.";
                _file.Notes.Add(dependency.At, $"{service.Name}: it waits for '{dependency.Name}'{why}");
            }
        }
        return [.. names.Distinct()];
    }

    private string? EnvFileOf(ComposeService service)
    {
        string? found = null;
        foreach (var item in service.Node["env_file"]?.AsList ?? [])
        {
            var path = _file.PathOf(item.Text ?? item["path"]?.Text ?? "");
            if (found is null && SourceTree.HasFile(path, _root))
            {
                found = SourceTree.Relative(_root, path);
            }
            else
            {
                var why = found is null ? "it is not there, or not in this folder" : "a service has one";
                _file.Notes.Add(item, $"{service.Name}: this env_file was not carried over: {why}.");
            }
        }
        return found;
    }

    // The suite's own server is in its place, and empty.
    private void TellOfServer(ComposeService server)
    {
        foreach (
            var volume in (server.Node["volumes"]?.AsList ?? []).Where(volume =>
                $"{volume.Text}{volume["target"]?.Text}".Contains("initdb.d", StringComparison.Ordinal)
            )
        )
        {
            _file.Notes.Add(
                volume,
                $"{server.Name}: what fills its databases was not carried over: as SQL migrations (V1__name.sql), \"migrations\" takes it."
            );
        }
        if (server.Node["command"] is { } command)
        {
            _file.Notes.Add(command, $"{server.Name}: its command was not carried over: the suite's own server is in its place.");
        }
    }
}
