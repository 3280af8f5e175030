using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>A line of a source file.</summary>
/// <param name="File">Its absolute path.</param>
/// <param name="Line">From 1.</param>
internal sealed record SourceLine(string File, int Line)
{
    // In linear time, whatever the text: it may be another's.
    private static readonly Regex s_frame = new(
        @"^\s*at .+ in (?<file>.+):line (?<line>\d{1,9})\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>The innermost line of a stack trace that is the test's own, and not a helper's of a library.</summary>
    /// <param name="stackTrace">As .NET writes it: <c>at … in FILE:line N</c>.</param>
    /// <param name="folder">Of the test project.</param>
    /// <returns>Null when it names none.</returns>
    public static SourceLine? Of(string? stackTrace, string folder)
    {
        // A path that none can be, of a file of results from elsewhere.
        if (folder.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var inside = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return Lines(stackTrace).FirstOrDefault(line => line.File.StartsWith(inside, StringComparison.Ordinal));
    }

    /// <summary>The outermost line of a stack trace that has a source file: the test, where its project's folder is not known.</summary>
    public static SourceLine? Outermost(string? stackTrace) => Lines(stackTrace).LastOrDefault();

    private static IEnumerable<SourceLine> Lines(string? stackTrace) =>
        s_frame
            .Matches(stackTrace ?? "")
            .Select(frame => new SourceLine(frame.Groups["file"].Value, int.Parse(frame.Groups["line"].Value)));
}
