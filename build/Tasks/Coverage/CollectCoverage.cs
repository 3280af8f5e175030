using System.Globalization;
using System.Text.Json;
using Microsoft.Build.Framework;
using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>Reads the hits of the stopped services, shows the table, and reports every service below the threshold as an error of its own.</summary>
public sealed class CollectCoverage : SuiteTask
{
    /// <summary>The staged folders that <see cref="InstrumentServices"/> gave.</summary>
    [Required]
    public required ITaskItem[] Staged { get; set; }

    /// <summary>Where the reports go, a folder a service.</summary>
    [Required]
    public required string CoverageDirectory { get; set; }

    /// <summary>Where <c>coverage.json</c> goes.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The run's state file: how each service ended.</summary>
    [Required]
    public required string StateFile { get; set; }

    /// <summary>0–100.</summary>
    public string Threshold { get; set; } = "80";

    /// <summary><c>line</c>, <c>branch</c> or <c>method</c>, several separated by commas.</summary>
    public string ThresholdType { get; set; } = "line";

    /// <summary>Whether a breach is an error; else the figures are only shown.</summary>
    public bool Gate { get; set; } = true;

    /// <summary>Checks <see cref="Threshold"/> and <see cref="ThresholdType"/> before anything runs.</summary>
    internal static (double Threshold, string[] Types) ParseThreshold(string threshold, string type)
    {
        if (!double.TryParse(threshold, CultureInfo.InvariantCulture, out var percent) || percent is < 0 or > 100)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.BadOption, $"The property CoverageThreshold is '{threshold}'; it must be a number from 0 to 100.")
            );
        }

        var types = type.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return types.Length > 0 && types.All(t => t is "line" or "branch" or "method")
            ? (percent, types)
            : throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The property CoverageThresholdType is '{type}'; it must be line, branch or method, several separated by commas."
                )
            );
    }

    /// <inheritdoc />
    protected override void Run()
    {
        var (threshold, types) = ParseThreshold(Threshold, ThresholdType);
        var services = Staged.AsParallel().AsOrdered().Select(Collect).ToList();
        var gate = new CoverageGate(threshold, types);
        Directory.CreateDirectory(ResultsDirectory);
        File.WriteAllText(
            Path.Combine(ResultsDirectory, "coverage.json"),
            JsonSerializer.Serialize(gate.ToReport(services), ClientJson.Indented)
        );
        gate.Table(services).ForEach(Say);
        if (Gate)
        {
            var gates = ServiceGates.Read(StateFile);
            services.SelectMany(gate.Check).SelectMany(gates.Judge).ToList().ForEach(Report);
        }
    }

    private ServiceCoverage Collect(ITaskItem staged)
    {
        var service = staged.GetMetadata("Service");
        var folder = Path.GetFullPath(Path.Combine(CoverageDirectory, service));
        Directory.CreateDirectory(folder);
        var coverlet = (CoverletContext)
            BuildEngine4.UnregisterTaskObject(InstrumentServices.Key(staged.GetMetadata("FullPath")), RegisteredTaskObjectLifetime.Build);
        var figures = coverlet.Collect(folder)
            ? CoverageFigures.Read(Path.Combine(folder, "coverage.json"), staged.GetMetadata("Assembly"))
            : CoverageFigures.None;
        return new ServiceCoverage(service, staged.GetMetadata("Title"), figures, WhyIncomplete(service));
    }

    /// <summary>A process writes its hits when it ends in order; one that was killed has lost them.</summary>
    private string? WhyIncomplete(string service) =>
        RunState.TryRead(StateFile)?.Services.FirstOrDefault(s => s.Name == service) switch
        {
            null => "the run's state file does not tell how it ended",
            { Exit: null } => "it was never seen to end",
            { Exit.Forced: true } => "it was killed by force, and what it had covered is lost",
            { Exit: { Code: not 0 } exit } => $"it ended with exit code {exit.Code}, and what it had covered may be lost",
            _ => null,
        };
}
