using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Runners that start together do not meet.</summary>
internal static class ConcurrencyProof
{
    private const int Runners = 8;

    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.EmptyAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, Runners).Select(_ => Task.Run(() => trial.UpAsync(database), trial.Cancel)));

        var steps = reports.Select(report => report.Steps.Count).OrderDescending().ToList();
        var all = trial.Folder.Versioned.Count + trial.Folder.Repeatable.Count;
        var wrong = steps[0] == all && steps[1] == 0 ? "" : $"They ran {string.Join(", ", steps)} files instead of {all} by one.";
        return wrong
            + MigrationTrial.Difference(
                await trial.CatalogueAt(null),
                await trial.CatalogueOf(database),
                $"After {Runners} runners at once"
            );
    }
}
