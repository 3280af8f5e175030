namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Lines of a log, as an error message shows them.</summary>
internal static class QuotedLines
{
    /// <summary>How many of the last lines are shown.</summary>
    public const int Most = 10;

    private const int LongestLine = 500;

    /// <summary>Each behind a bar: at the start of a line, what looks like an error of a compiler would be taken for one.</summary>
    public static string Of(IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => $"    | {Shortened(line.TrimEnd())}{Environment.NewLine}"));

    private static string Shortened(string line) => line.Length > LongestLine ? line[..LongestLine] + "…" : line;
}
