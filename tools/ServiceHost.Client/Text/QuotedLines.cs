using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Lines of a log, as an error message shows them: its end, and before it the first line that looks like an error, which many lines of a stack may follow.</summary>
internal static partial class QuotedLines
{
    /// <summary>How many of the last lines are shown.</summary>
    public const int Most = 10;

    private const int LongestLine = 500;

    /// <summary>Those lines, each behind a bar, or a word that there are none.</summary>
    /// <param name="firstError">The first for which <see cref="IsError"/> holds, if there is one.</param>
    /// <param name="last">The last.</param>
    public static string Of(string? firstError, IReadOnlyCollection<string> last)
    {
        var head = firstError is null || last.Contains(firstError) ? "" : $"Its first error:{Environment.NewLine}{Shown([firstError])}";
        return last.Count > 0 ? $"{head}Its last lines:{Environment.NewLine}{Shown(last)}" : "It wrote nothing.";
    }

    /// <summary>Whether a line looks like an error.</summary>
    public static bool IsError(string line) => ErrorPattern().IsMatch(line);

    // Not at the start of a line: what looks like an error of a compiler there would be taken for one.
    private static string Shown(IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => $"    | {Shortened(line.TrimEnd())}{Environment.NewLine}"));

    private static string Shortened(string line) => line.Length > LongestLine ? line[..LongestLine] + "…" : line;

    // As programs write it: "Error: …", "ERROR", "fatal: …", "Unhandled exception", "panic: …", "System.IO.IOException: …", "Traceback (most recent call last)".
    [GeneratedRegex(
        @"\b(?:error|fatal|panic|exception|unhandled|traceback|critical|crit|fail|failed|cannot|can't|could not)\b|(?:Error|Exception):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ErrorPattern();
}
