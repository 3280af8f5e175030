using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>How a run must end.</summary>
/// <param name="Passes">Whether it passes; null when both are right, as the deed may come a moment too early or too late to be met.</param>
/// <param name="Says">Of these it must say one, if there are any: the error's code, and who is to blame.</param>
internal sealed record Ending(bool? Passes, params IReadOnlyList<string> Says)
{
    /// <summary>Stands for the title of the slow service.</summary>
    public const string SlowService = "{SLOW}";

    /// <summary>It passes as if nothing had happened.</summary>
    public static Ending Passed { get; } = new(true);

    /// <summary>It fails without a word: whoever would speak was himself the victim, or was told to end.</summary>
    public static Ending Failed { get; } = new(false);

    /// <summary>The deed may be met or not.</summary>
    public static Ending Either { get; } = new((bool?)null);

    /// <summary>It fails with one of these errors.</summary>
    public static Ending FailedSaying(params IReadOnlyList<string> errors) => new(false, errors);

    /// <summary>An error as it is printed.</summary>
    public static string Error(string code, string says) => $": error {code}: {says}";

    /// <summary>Fails the test unless it ended so.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="whenPassed">The exit code of a run that nothing disturbed.</param>
    /// <param name="slowService">The title of the slow service.</param>
    /// <param name="exitCodeTells">Whether a failure shows in the exit code.</param>
    public void Check(CliResult result, ExitCode whenPassed, string slowService, bool exitCodeTells)
    {
        if (Passes == true)
        {
            result.AssertExit(whenPassed);
        }
        else if (Passes == false && exitCodeTells)
        {
            Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        }

        var (errors, said) = (
            Says.Select(text => text.Replace(SlowService, slowService, StringComparison.Ordinal)).ToList(),
            result.Output + result.Error
        );
        Assert.IsTrue(
            errors.Count == 0 || errors.Exists(text => said.Contains(text, StringComparison.Ordinal)),
            $"It did not say '{string.Join("' or '", errors)}': {result}"
        );
    }
}
