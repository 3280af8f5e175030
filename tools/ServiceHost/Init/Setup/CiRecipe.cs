using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>A job for a CI system, from the files beside this one; <c>docs/guide/ci.md</c> shows them.</summary>
internal static class CiRecipe
{
    private static readonly Dictionary<string, string> s_files = new()
    {
        ["github"] = ".github/workflows/integration.yml",
        ["azure"] = "azure-pipelines.integration.yml",
        ["gitlab"] = ".gitlab-ci.yml",
    };

    /// <summary>The systems that there is one for.</summary>
    public static IEnumerable<string> Systems => s_files.Keys;

    /// <summary>Its text.</summary>
    public static string TextOf(string system)
    {
        using var reader = new StreamReader(typeof(CiRecipe).Assembly.GetManifestResourceStream($"ci.{system}.yml")!);
        return reader.ReadToEnd();
    }

    /// <summary>Writes it, unless its file is there.</summary>
    public static void Write(string system, TargetFolder target, SetupReport report)
    {
        var file = s_files[system];
        if (!target.Has(file))
        {
            target.Create(file, TextOf(system));
            report.Written.Add(file);
        }
        else if (!InputFile.Text(target.PathOf(file)).Contains("-t:IntegrationTest", StringComparison.Ordinal))
        {
            report.Open.Add($"{file} is there already. What to add to it: docs/guide/ci.md.");
        }
    }
}
