using System.Globalization;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What a verdict must be for a release to go by it.</summary>
/// <param name="MaxAge">How old it may be.</param>
/// <param name="CoverageThreshold">The share of covered lines that it must have asked for, in percent.</param>
internal sealed record ReleaseRule(TimeSpan MaxAge, double CoverageThreshold)
{
    private static readonly TimeSpan s_clocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Why a verdict does not do; empty when it does.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="now">The time.</param>
    public IEnumerable<SuiteError> Breaches(VerdictFile verdict, DateTimeOffset now)
    {
        if (verdict.Verdict != VerdictFile.Passed)
        {
            var why = verdict.Errors.Count == 0 ? "" : $": {HarmlessText.OneLine(verdict.Errors[0].Message, most: 300)}";
            yield return Breach(
                ErrorCodes.VerdictNotPassed,
                $"The verdict is '{HarmlessText.OneLine(verdict.Verdict, most: 40)}', not 'passed'{why}."
            );
        }

        if (verdict.Filter is { Length: > 0 } filter)
        {
            yield return Breach(
                ErrorCodes.VerdictPartial,
                $"The verdict is of a part of the tests: its filter was '{HarmlessText.OneLine(filter, most: 200)}'."
            );
        }

        if (verdict.Gates is { Length: > 0 } gates)
        {
            yield return Breach(
                ErrorCodes.VerdictPartial,
                $"The verdict is of a run whose gates were changed for it: IntegrationTestGates was '{HarmlessText.OneLine(gates, most: 200)}'."
            );
        }

        if (verdict.UnchangedSince.Count > 0)
        {
            yield return Breach(
                ErrorCodes.VerdictPartial,
                "The verdict is of a run with IntegrationTestSelection=changed, in which not all tests ran."
            );
        }

        if (verdict.CoverageThreshold is not { } asked)
        {
            yield return Breach(
                ErrorCodes.VerdictPartial,
                "The verdict is of a run that did not judge the coverage of lines, such as that of one concern."
            );
        }
        else if (asked < CoverageThreshold)
        {
            yield return Breach(
                ErrorCodes.VerdictPartial,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The verdict asked for {asked} % coverage, and this release for {CoverageThreshold} %."
                )
            );
        }

        if (now - verdict.FinishedAt > MaxAge || verdict.FinishedAt - now > s_clocksDiffer)
        {
            yield return Breach(
                ErrorCodes.VerdictTooOld,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The verdict is of {verdict.FinishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, and may be {MaxAge.TotalHours:0.##} hours old."
                )
            );
        }
    }

    private static SuiteError Breach(string code, string message) =>
        new(code, $"{message} Run: dotnet build -t:IntegrationTest, in the configuration of this release.");
}
