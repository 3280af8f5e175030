using System.Globalization;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A number that is left out is a file that was lost, or one that will come late and be refused. Versions that are dates or have dots are not counted.</summary>
internal static class GapProof
{
    private const int LargestCounted = 9999;

    public static Task<string> FaultAsync(MigrationTrial trial, MigrationFile file) =>
        Task.FromResult(
            Number(file.Version!) - Number(trial.Before(file)) > 1
                ? $"Version {trial.Before(file)} is followed by {file.Version}. Number it {Number(trial.Before(file)) + 1}, or bring back what is missing."
                : ""
        );

    /// <summary>Null when it is not counted.</summary>
    private static int? Number(MigrationVersion version) =>
        int.TryParse(version.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestCounted
            ? number
            : null;
}
