using System.Text.Json;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Coverage.Node;

/// <summary>What V8 counted in the Node processes of a service: <c>begun/PID.json</c> of each that began, <c>v8/coverage-PID-….json</c> of each that ended in order.</summary>
/// <param name="folder">The absolute folder of the service's coverage.</param>
internal sealed class NodeCoverage(string folder)
{
    private const int LargestNote = 64 << 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private string Begun => Path.Combine(folder, "begun");

    /// <summary>Whether a Node process began.</summary>
    public bool IsThere => Directory.Exists(Begun) && Directory.EnumerateFiles(Begun).Any();

    /// <summary>Why the counts are not the whole truth; null when they are.</summary>
    public string? WhyIncomplete()
    {
        var counts = Path.Combine(folder, "v8");
        var lost = Directory
            .EnumerateFiles(Begun)
            .Select(Path.GetFileNameWithoutExtension)
            .Where(process => !Directory.Exists(counts) || !Directory.EnumerateFiles(counts, $"coverage-{process}-*.json").Any())
            .ToList();
        return lost is [] ? null : $"its process {NameList.Of(lost!)} was killed or crashed, and what it had covered is lost";
    }

    /// <summary>Makes <c>coverage.cobertura.xml</c> in the folder.</summary>
    /// <returns>Its path; null when Node ran nothing of the service's own.</returns>
    /// <param name="tools">What makes it.</param>
    /// <param name="limit">The manifest's folder: what lies above it is no service's.</param>
    /// <param name="artifacts">Where the suite writes: never sources.</param>
    /// <param name="exclude">Globs of sources that do not count.</param>
    /// <exception cref="IOException">It can't be made. The message says why.</exception>
    public async Task<string?> ReportAsync(NodeTools tools, string limit, string artifacts, IReadOnlyList<string> exclude)
    {
        var options = Path.Combine(folder, "report.json");
        var content = new
        {
            folder,
            limit,
            artifacts,
            exclude,
            tools = await tools.FolderAsync(),
        };
        await File.WriteAllBytesAsync(options, JsonSerializer.SerializeToUtf8Bytes(content));
        var run = await ProgramRun.RunAsync(
            Cli.Wrap(Program()).WithWorkingDirectory(folder).WithArguments([NodeTools.ReportScript, options]),
            s_patience
        );
        if (run.ExitCode != 0)
        {
            throw new IOException($"c8 ended with exit code {run.ExitCode}: {HarmlessText.OneLine(run.Error, most: 500)}");
        }
        var report = Path.Combine(folder, "coverage.cobertura.xml");
        return File.Exists(report) ? report : null;
    }

    /// <summary>The Node that the service itself runs by: it is there, and knows its own counts.</summary>
    private string Program()
    {
        try
        {
            using var note = JsonDocument.Parse(BoundedFile.Read(Directory.EnumerateFiles(Begun).First(), LargestNote));
            return note.RootElement.GetProperty("program").GetString() is { } path && Path.IsPathRooted(path) && File.Exists(path)
                ? path
                : throw new IOException($"the Node that ran is not there any more; see {Begun}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new IOException($"'{Begun}' holds something else than it should: {e.Message}", e);
        }
    }
}
