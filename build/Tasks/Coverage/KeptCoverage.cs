using IntegrationSuite.Tasks.Coverage.Reports;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>A service's coverage, as a later run may take it.</summary>
/// <param name="Figures">What the gate judges.</param>
/// <param name="Reports">Its reports, by their files' names, with <see cref="Root"/> for the folder of the manifest.</param>
internal sealed record KeptCoverage(ServiceCoverage Figures, IReadOnlyDictionary<string, string> Reports)
{
    // The manifest's folder is another in another clone.
    private const string Root = "${suite-root}";

    private static readonly string[] s_reports = [ReportFile.CoberturaName, ReportFile.LcovName];

    /// <summary>Takes it, with the reports of its folder.</summary>
    public static KeptCoverage Of(ServiceCoverage figures, string folder, string root) =>
        new(
            figures,
            s_reports
                .Where(report => File.Exists(Path.Combine(folder, report)))
                .ToDictionary(
                    report => report,
                    report => File.ReadAllText(Path.Combine(folder, report)).Replace(root, Root, StringComparison.Ordinal)
                )
        );

    /// <summary>Writes the reports into a folder, for the pages.</summary>
    public void WriteReports(string folder, string root)
    {
        Directory.CreateDirectory(folder);
        foreach (var (report, text) in Reports)
        {
            File.WriteAllText(Path.Combine(folder, report), text.Replace(Root, root, StringComparison.Ordinal));
        }
    }
}
