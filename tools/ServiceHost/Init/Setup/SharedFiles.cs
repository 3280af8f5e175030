using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>Adds to files that others write too.</summary>
/// <param name="target">The repository.</param>
/// <param name="report">Takes what was done.</param>
internal sealed partial class SharedFiles(TargetFolder target, SetupReport report)
{
    private const string GlobalFile = "global.json";
    private const string IgnoreFile = ".gitignore";
    private const string Ignored = "artifacts/integration/";

    /// <summary>Gives <c>global.json</c> the suite's version and the test runner; the rest stays, byte for byte.</summary>
    /// <exception cref="Client.SuiteException">It is malformed (SUITE118) or can't be written (SUITE119).</exception>
    public void Join(string version)
    {
        var (before, after) = Joined(version);
        Save(GlobalFile, before, after);
    }

    /// <summary>Its text, as it is and as it will be.</summary>
    /// <exception cref="Client.SuiteException">It is malformed: SUITE118.</exception>
    public (string Before, string After) Joined(string version)
    {
        var text = target.Has(GlobalFile) ? InputFile.Text(target.PathOf(GlobalFile)) : "{}\n";
        var joined = new JsonText(target.PathOf(GlobalFile), text)
            .With("test", "runner", "Microsoft.Testing.Platform", report.Open)
            .With("msbuild-sdks", "IntegrationSuite", version, report.Open);
        return (text, joined.Text);
    }

    /// <summary>Lets git ignore what a run writes.</summary>
    public void Ignore()
    {
        var text =
            target.Has(IgnoreFile) && new FileInfo(target.PathOf(IgnoreFile)).Length > 0 ? InputFile.Text(target.PathOf(IgnoreFile)) : "";
        if (text.Split('\n').Any(line => IgnoredPattern().IsMatch(line.Trim())))
        {
            return;
        }
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Save(IgnoreFile, text, text + (text.Length == 0 || text.EndsWith('\n') ? "" : end) + Ignored + end);
    }

    private void Save(string file, string before, string after)
    {
        if (target.Has(file) && before == after)
        {
            return;
        }
        if (target.Has(file))
        {
            target.Replace(file, after);
        }
        else
        {
            target.Create(file, after);
        }
        report.Written.Add(file);
    }

    // The folder, or one above it, however it is written.
    [GeneratedRegex(
        @"^(/|\*\*/)?(artifacts|\[Aa\]rtifacts)(/(integration/?|\*+)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IgnoredPattern();
}
