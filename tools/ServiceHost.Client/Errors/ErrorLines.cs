using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Reads errors back from what a process printed: the inverse of <see cref="SuiteError.ToString"/>.</summary>
internal static partial class ErrorLines
{
    /// <summary>The errors in it; what is none of ours becomes one.</summary>
    public static IReadOnlyList<SuiteError> Parse(string text, int exitCode)
    {
        var errors = text.Split('\n')
            .Select(line => ErrorPattern().Match(line.Trim()))
            .Where(match => match.Success)
            .Select(ErrorOf)
            .ToList();
        return errors.Count > 0
            ? errors
            :
            [
                new SuiteError(
                    ErrorCodes.SupervisorFailed,
                    $"servicehost ended with exit code {exitCode} before it could be reached. It said: {text.Trim()}"
                ),
            ];
    }

    private static SuiteError ErrorOf(Match match)
    {
        var file = match.Groups["file"].Value;
        return new SuiteError(
            match.Groups["code"].Value,
            match.Groups["message"].Value,
            File: file == "servicehost" ? null : file,
            Line: Number(match.Groups["line"]),
            Column: Number(match.Groups["column"])
        );
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value) : null;

    [GeneratedRegex(
        @"^(?<file>.+?)(\((?<line>\d+),(?<column>\d+)\))?: error (?<code>SUITE\d+): (?<message>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ErrorPattern();
}
