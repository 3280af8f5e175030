using System.Text.Json;
using IntegrationSuite.Report.Files;
using IntegrationSuite.Report.Page;
using IntegrationSuite.Report.Records;
using IntegrationSuite.Report.Sections;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report;

/// <summary>The page about a run, <c>report/index.html</c>, made of what the run left; also of one that was killed, and on another machine.</summary>
public static class RunReport
{
    private const string Folder = "report";

    // Where a run is below the folder that is given, each with the folders on the way there, none of which may be a link.
    private static readonly string[][] s_places =
    [
        [],
        ["artifacts", "artifacts/integration"],
        ["integration"],
    ];

    /// <summary>Makes it.</summary>
    /// <param name="artifacts">The folder of the run, or one above it, as CI systems pack it.</param>
    /// <param name="results">The folder of results; null for <c>results</c> below the run's.</param>
    /// <returns>The page's path.</returns>
    /// <exception cref="SuiteException">There is no run (SUITE821), or the page can't be written (SUITE820).</exception>
    public static string Write(string artifacts, string? results = null)
    {
        var notes = new List<string>();
        var root = RootOf(Path.GetFullPath(artifacts));
        var records = RunRecords.Read(root, results ?? ResultsOf(root), notes);
        if (!records.Any)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.NoRunToReport,
                    $"There is no run in '{artifacts}': neither results nor events. Give the folder artifacts/integration of a run."
                )
            );
        }

        var past = records.Run.TryReadJson<PastRuns>($"{Folder}/{PastRuns.FileName}")?.Sound() ?? new PastRuns([]);
        var page = PageWriter.Write(ReportModel.Of(records, past, notes, out var kept));
        Save(records.Run, PastRuns.FileName, JsonSerializer.Serialize(past.With(kept), ClientJson.Options));
        return Save(records.Run, "index.html", page);
    }

    private static string RootOf(string folder) =>
        s_places
            .Where(place => place.All(part => IsFolder(Path.Combine(folder, part))))
            .Select(place => Path.Combine(folder, place.LastOrDefault() ?? ""))
            .FirstOrDefault(each => IsFolder(Path.Combine(each, "results")) || IsFolder(Path.Combine(each, "run")))
        ?? folder;

    // Whoever keeps only the results has them without a folder.
    private static string ResultsOf(string root) => IsFolder(Path.Combine(root, "results")) ? Path.Combine(root, "results") : root;

    private static bool IsFolder(string path) => new DirectoryInfo(path) is { Exists: true, LinkTarget: null };

    private static string Save(RecordFolder run, string name, string text)
    {
        try
        {
            return run.Write($"{Folder}/{name}", text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var file = Path.Combine(run.Root, Folder, name);
            throw new SuiteException(new SuiteError(ErrorCodes.ReportUnwritable, $"The report '{file}' can't be written: {e.Message}"));
        }
    }
}
