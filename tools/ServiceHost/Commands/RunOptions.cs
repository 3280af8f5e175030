using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>The options that say which run is meant, and how it starts.</summary>
internal sealed class RunOptions
{
    private const string Fixed = "fixed";
    private const string Dynamic = "dynamic";

    private readonly Option<string?> _manifest = new("--manifest")
    {
        Description = "The manifest. Default: services.json here or in the nearest folder above.",
    };
    private readonly Option<string?> _artifacts = new("--artifacts")
    {
        Description = "The folder for state, events and logs. Default: artifacts/integration beside the manifest.",
    };
    private readonly Option<string> _ports = new("--ports")
    {
        Description = "The manifest's ports, or free ones.",
        DefaultValueFactory = _ => Fixed,
    };
    private readonly Option<double> _startTimeout = new("--start-timeout")
    {
        Description = "Seconds a service may take to become healthy.",
        DefaultValueFactory = _ => 30,
    };
    private readonly Option<double> _stopTimeout = new("--stop-timeout")
    {
        Description = "Seconds a service may take to stop when asked; then it is killed.",
        DefaultValueFactory = _ => 5,
    };
    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description =
            "A PostgreSQL server to use: an Npgsql connection string or a postgresql:// address. Default: what the variable PostgresConnectionString says, else a private one. A command line is no place for a password.",
    };
    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        Description = "The build configuration of .NET projects.",
        DefaultValueFactory = _ => "Debug",
    };

    /// <summary>Adds those that say which run is meant.</summary>
    public RunOptions AddPlace(Command command)
    {
        command.Options.Add(_manifest);
        command.Options.Add(_artifacts);
        return this;
    }

    /// <summary>Adds the one that gives a database server.</summary>
    public RunOptions AddPostgres(Command command)
    {
        command.Options.Add(_postgres);
        return this;
    }

    /// <summary>Adds all.</summary>
    public RunOptions AddAll(Command command)
    {
        AddPlace(command).AddPostgres(command);
        _ports.AcceptOnlyFromAmong(Fixed, Dynamic);
        foreach (var option in new Option[] { _ports, _startTimeout, _stopTimeout, _configuration })
        {
            command.Options.Add(option);
        }
        return this;
    }

    /// <summary>Which run is meant, for those who only speak to it.</summary>
    /// <exception cref="SuiteException">Neither a folder nor a manifest was given or found.</exception>
    public LaunchOptions Place(ParseResult parsed)
    {
        var artifacts = parsed.GetValue(_artifacts);
        var manifest =
            artifacts is not null && parsed.GetValue(_manifest) is null
                ? Path.GetFullPath(ServiceManifest.DefaultFileName)
                : FindManifest(parsed);
        return new LaunchOptions
        {
            Manifest = manifest,
            ArtifactsDirectory = Path.GetFullPath(artifacts ?? Path.Combine(Path.GetDirectoryName(manifest)!, "artifacts", "integration")),
            ServiceHost = Path.Combine(AppContext.BaseDirectory, "servicehost.dll"),
        };
    }

    /// <summary>The database server that was given, if one was. The variable is no default of the option: <c>--help</c> would print its password.</summary>
    public string? Postgres(ParseResult parsed) =>
        (parsed.GetValue(_postgres) ?? Environment.GetEnvironmentVariable(LaunchOptions.PostgresVariable)) is { Length: > 0 } given
            ? given
            : null;

    /// <summary>How the run starts.</summary>
    /// <exception cref="SuiteException">An option is wrong.</exception>
    public LaunchOptions Launch(ParseResult parsed, bool keep = false)
    {
        var place = Place(parsed);
        var options = place with
        {
            Manifest = FindManifest(parsed),
            DynamicPorts = parsed.GetValue(_ports) == Dynamic,
            StartTimeout = parsed.GetValue(_startTimeout),
            StopTimeout = parsed.GetValue(_stopTimeout),
            PostgresConnectionString = Postgres(parsed),
            Configuration = parsed.GetValue(_configuration)!,
            KeepRunning = keep,
        };
        LaunchOptionChecks.Run(options);
        return options;
    }

    private string FindManifest(ParseResult parsed)
    {
        if (parsed.GetValue(_manifest) is not { } given)
        {
            return ServiceManifest.FindUpward(Environment.CurrentDirectory);
        }
        var path = Path.GetFullPath(given);
        return File.Exists(path)
            ? path
            : throw new SuiteException(new SuiteError(ErrorCodes.ManifestUnreadable, $"There is no manifest '{path}'."));
    }
}
