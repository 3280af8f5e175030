using System.Globalization;
using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Tasks.Ci;

/// <summary>A run on one page of Markdown, as the page of a CI job shows it: the verdict, the test projects, the services' coverage, what failed.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Coverage">The services' coverage; empty when none was measured.</param>
/// <param name="Report">Where the whole report is.</param>
internal sealed record JobSummary(VerdictFile Verdict, IReadOnlyList<CoverageReport.Service> Coverage, string Report)
{
    /// <summary>Its name among the results.</summary>
    public const string FileName = "summary.md";

    private const int MostErrors = 20;
    private const int MostOfAMessage = 1000;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The page.</summary>
    public string ToMarkdown()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"## {Sign(Verdict.Verdict)} Integration test {Verdict.Verdict}\n\n");
        page.Append("| tests | passed | failed | skipped | unchanged |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var project in Verdict.Tests)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {Shown(project.Project)} | {project.Passed} | {project.Failed} | {project.Skipped} | {project.Unchanged} |\n"
            );
        }

        AppendCoverage(page);
        AppendErrors(page);
        return page.Append(CultureInfo.InvariantCulture, $"\nReport: {Shown(Report)}\n").ToString();
    }

    private void AppendCoverage(StringBuilder page)
    {
        if (Coverage.Count > 0)
        {
            page.Append("\n| service | lines covered | |\n| --- | ---: | --- |\n");
        }

        foreach (var service in Coverage)
        {
            var share = service.Lines.Total == 0 ? "–" : FormattableString.Invariant($"{service.Lines.Percent} %");
            var sign = service.Passed ? "✓" : "✗";
            page.Append(CultureInfo.InvariantCulture, $"| {Shown(service.Title)} | {share} | {sign} |\n");
        }
    }

    private void AppendErrors(StringBuilder page)
    {
        if (Verdict.Errors.Count > 0)
        {
            page.Append("\n### Errors\n\n");
        }

        foreach (var error in Verdict.Errors.Take(MostErrors))
        {
            var place = error is { File: { } file, Line: { } line } ? $" ({Shown($"{file}:{line}")})" : "";
            page.Append(CultureInfo.InvariantCulture, $"- **{error.Code}** {Shown(error.Message)}{place}\n");
        }

        if (Verdict.Errors.Count > MostErrors)
        {
            page.Append(CultureInfo.InvariantCulture, $"- and {Verdict.Errors.Count - MostErrors} more\n");
        }
    }

    private static string Sign(string verdict) =>
        verdict switch
        {
            "passed" => "✅",
            "failed" => "❌",
            _ => "❔",
        };

    // Any ASCII punctuation may be escaped (CommonMark 0.31, 2.4), and then is nothing but itself: no markup, no link, no mention.
    private static string Shown(string text) =>
        string.Concat(
            HarmlessText
                .OneLine(text, MostOfAMessage)
                .Select(character => Punctuation.Contains(character) ? $"\\{character}" : $"{character}")
        );
}
