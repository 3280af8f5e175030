using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Services;

/// <summary>A task that knows how a run is started.</summary>
public abstract class LaunchTask : SuiteTask
{
    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>Where a run writes.</summary>
    [Required]
    public required string ArtifactsDirectory { get; set; }

    /// <summary>The path of <c>servicehost.dll</c>.</summary>
    [Required]
    public required string ServiceHost { get; set; }

    /// <summary>The built assemblies, with metadata <c>Project</c>.</summary>
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>Instrumented copies: the folder, with metadata <c>Service</c>.</summary>
    public ITaskItem[] Staged { get; set; } = [];

    /// <summary>Where services that are no .NET projects leave their coverage, a folder a service; empty when that is not measured.</summary>
    public string? CoverageDirectory { get; set; }

    /// <summary><c>fixed</c> or <c>dynamic</c>.</summary>
    public string Ports { get; set; } = "fixed";

    /// <summary>Seconds, as text so that a bad value gets an error of ours.</summary>
    public string StartTimeout { get; set; } = "30";

    /// <summary>Seconds, as text so that a bad value gets an error of ours.</summary>
    public string StopTimeout { get; set; } = "5";

    /// <summary>A database server to use instead of a private one.</summary>
    public string? PostgresConnectionString { get; set; }

    /// <summary>Services that run elsewhere: <c>name=url;name=url</c>.</summary>
    public string? ServiceUrls { get; set; }

    /// <summary>Levels of gates that go before the manifest's: <c>contracts=warn keywords=off</c>.</summary>
    public string? Gates { get; set; }

    /// <summary>The options, checked.</summary>
    /// <exception cref="SuiteException">SUITE110: a value is not usable.</exception>
    protected LaunchOptions Options(bool keepRunning) =>
        new()
        {
            Manifest = Path.GetFullPath(Manifest),
            ArtifactsDirectory = Path.GetFullPath(ArtifactsDirectory),
            ServiceHost = Path.GetFullPath(ServiceHost),
            Outputs = Assemblies.ToDictionary(a => a.GetMetadata("Project"), a => a.GetMetadata("FullPath")),
            Staged = Staged.ToDictionary(s => s.GetMetadata("Service"), s => s.GetMetadata("FullPath")),
            CoverageDirectory = string.IsNullOrEmpty(CoverageDirectory) ? null : Path.GetFullPath(CoverageDirectory),
            DynamicPorts = Ports switch
            {
                "fixed" or "" => false,
                "dynamic" => true,
                _ => throw BadValue("ServicePorts", Ports, "'fixed' or 'dynamic'"),
            },
            KeepRunning = keepRunning,
            StartTimeout = Seconds("ServiceStartTimeout", StartTimeout),
            StopTimeout = Seconds("ServiceStopTimeout", StopTimeout),
            PostgresConnectionString = string.IsNullOrWhiteSpace(PostgresConnectionString) ? null : PostgresConnectionString,
            ServiceUrls = ParseUrls(),
            Gates = ParseGates(),
        };

    /// <summary>The services that run elsewhere, and where.</summary>
    /// <exception cref="SuiteException">SUITE110: they are not readable.</exception>
    protected IReadOnlyDictionary<string, string> ParseUrls()
    {
        var urls = new Dictionary<string, string>();
        foreach (var pair in (ServiceUrls ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2);
            urls[parts[0]] =
                parts.Length == 2 && Uri.TryCreate(parts[1], UriKind.Absolute, out _)
                    ? parts[1]
                    : throw BadValue("ServiceUrls", pair, "name=http://host:port, several separated by commas");
        }

        return urls;
    }

    private IReadOnlyDictionary<string, string> ParseGates()
    {
        try
        {
            return GateLevels.Parse(Gates ?? "");
        }
        catch (FormatException e)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The property IntegrationTestGates {e.Message}. Pass it as -p:IntegrationTestGates=contracts=warn"
                )
            );
        }
    }

    private static double Seconds(string property, string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
            ? seconds
            : throw BadValue(property, text, "a number of seconds above 0, at most 3600");

    /// <summary>SUITE110 for a property.</summary>
    protected static SuiteException BadValue(string property, string value, string expected) =>
        new(
            new SuiteError(ErrorCodes.BadOption, $"The property {property} is '{value}'; it must be {expected}. Pass it as -p:{property}=…")
        );
}
