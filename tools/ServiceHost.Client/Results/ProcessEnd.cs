using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>How a test process broke, by what CrashDump and HangDump left of it in <c>results/dumps</c>.</summary>
/// <param name="How">It hung, crashed or was killed.</param>
/// <param name="Running">The tests that were running.</param>
/// <param name="Dumps">The paths of its dumps.</param>
/// <param name="Ended">The tests that had ended, as far as CrashDump noted them: the TRX may lack them, or be missing.</param>
internal sealed partial record ProcessEnd(
    string How,
    IReadOnlyList<string> Running,
    IReadOnlyList<string> Dumps,
    IReadOnlyList<TestResult> Ended
)
{
    /// <summary>Where they are, below the results.</summary>
    public const string FolderName = "dumps";

    private const int MostNamed = 5;

    private const int LongestName = 200;

    /// <summary>Looks for one.</summary>
    /// <returns>Null when the process ended as it should, or so early that nothing tells of it.</returns>
    public static ProcessEnd? Find(string resultsDirectory, string project) =>
        Of(Directory.EnumerateFiles(Path.Combine(resultsDirectory, FolderName)), project);

    /// <summary>The same of files that somebody has looked at.</summary>
    public static ProcessEnd? Of(IEnumerable<string> dumpsAndNotes, string project)
    {
        // <project>.hang.<pid>.dmp and .log, <project>.crash.<pid>.dmp, <project>.crash..dmp_<random>.sequence.log
        var files = dumpsAndNotes
            .Where(file => Path.GetFileName(file).StartsWith(project + '.', StringComparison.Ordinal))
            .ToLookup(file => KindOf(file, project));
        string[] dumps = [.. files["hang.dmp"], .. files["crash.dmp"]];
        var (running, ended) = Sequence([.. files["sequence.log"].SelectMany(File.ReadLines)]);
        return files.Contains("hang.dmp") || files.Contains("hang.log")
                ? new ProcessEnd("it hung and was ended", [.. files["hang.log"].Take(1).SelectMany(InProgress)], dumps, [])
            : dumps.Length > 0 ? new ProcessEnd("it crashed", running, dumps, ended)
            : files.Contains("sequence.log") ? new ProcessEnd("it was killed, or ended itself", running, dumps, ended)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() =>
        How + (Running.Count == 0 ? "" : $" while this ran: {Named}") + (Dumps.Count == 0 ? "" : $"; its dump: {string.Join(", ", Dumps)}");

    private string Named =>
        string.Join(", ", Running.Take(MostNamed).Select(name => HarmlessText.OneLine(name, LongestName)))
        + (Running.Count > MostNamed ? $" and {Running.Count - MostNamed} more" : "");

    private static string KindOf(string file, string project) =>
        ProcessNumber().Replace(Path.GetFileName(file)[(project.Length + 1)..], "");

    // «[00:00:03] name»
    private static IEnumerable<string> InProgress(string file) =>
        File.ReadLines(file).Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim());

    // «STARTED <time> <id> <name>» and «ENDED <time> <id> <outcome>», separated by tabs.
    private static (IReadOnlyList<string> Running, IReadOnlyList<TestResult> Ended) Sequence(IReadOnlyList<string> lines)
    {
        var events = lines.Select(line => line.Split('\t', 4)).Where(parts => parts.Length == 4).ToLookup(parts => parts[0]);
        var outcomes = events["ENDED"].GroupBy(parts => parts[2]).ToDictionary(id => id.Key, id => id.Last()[3]);
        var tests = events["STARTED"].DistinctBy(parts => parts[2]).ToLookup(parts => outcomes.ContainsKey(parts[2]));
        return (
            [.. tests[false].Select(parts => parts[3])],
            [.. tests[true].Select(parts => new TestResult(parts[3], Outcome(outcomes[parts[2]]), null))]
        );
    }

    private static string Outcome(string state) =>
        state switch
        {
            "Passed" => "passed",
            "Skipped" => "skipped",
            _ => "failed",
        };

    [GeneratedRegex(@"(?<=^(hang|crash))\.\d+(?=\.(dmp|log)$)|^crash\.\.dmp_\w+\.(?=sequence\.log$)")]
    private static partial Regex ProcessNumber();
}
