using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Ci;

/// <summary>What a build runs on, as far as it has a format of its own.</summary>
internal enum CiSystem
{
    /// <summary>A person's machine, a system that reads files only (GitLab, Jenkins), or one that must be told nothing.</summary>
    None,

    /// <summary>GitHub Actions: annotations, and a summary of the job.</summary>
    GitHub,

    /// <summary>Azure Pipelines: issues, results, coverage and a summary.</summary>
    Azure,
}

/// <summary>Which system a build runs on.</summary>
internal static class CiSystems
{
    /// <summary>By what was asked for, or else by the environment.</summary>
    /// <param name="asked">The property <c>IntegrationTestCi</c>: <c>auto</c>, <c>off</c>, <c>github</c> or <c>azure</c>; empty is <c>auto</c>.</param>
    /// <param name="environment">The value of an environment variable.</param>
    /// <exception cref="SuiteException">SUITE110: it is none of these.</exception>
    public static CiSystem Of(string? asked, Func<string, string?> environment) =>
        asked switch
        {
            null or "" or "auto" when IsTrue(environment("GITHUB_ACTIONS")) => CiSystem.GitHub,
            null or "" or "auto" when IsTrue(environment("TF_BUILD")) => CiSystem.Azure,
            null or "" or "auto" or "off" => CiSystem.None,
            "github" => CiSystem.GitHub,
            "azure" => CiSystem.Azure,
            _ => throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The property IntegrationTestCi is '{HarmlessText.OneLine(asked, most: 60)}'; it must be auto, off, github or azure."
                )
            ),
        };

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
