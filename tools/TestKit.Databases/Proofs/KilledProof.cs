using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;
using IntegrationSuite.TestKit.Databases.Seeding;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A runner that is killed (SIGKILL) at any statement leaves a database that the next run brings to the end.</summary>
internal static class KilledProof
{
    /// <summary>Holds the runner up at a statement: the proof has this lock in the database first.</summary>
    private const string Wait = "SELECT pg_advisory_lock(77)";

    private const string WaitingSql =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted AND database = ANY (SELECT oid FROM pg_database WHERE datname = ANY ('{{{0}}}'))";

    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var seeded = await trial.SeededAsync(trial.Before(file));
        var expected = await Undisturbed.RunAsync(trial, file, seeded);
        var scenes = await ScenesAsync(trial, file, seeded);
        try
        {
            await KillAsync(scenes, seeded, file.Version!.Label, trial.Cancel);
            var faults = new List<string>();
            foreach (var scene in scenes)
            {
                await trial.UpAsync(scene.Database, file.Version);
                faults.AddRange(
                    (await expected.FaultsOfAsync(trial, scene.Database)).Select(fault => $"Killed {scene.Where} and run again: {fault}")
                );
            }

            return string.Join(Environment.NewLine, faults);
        }
        finally
        {
            scenes.ForEach(scene => scene.Dispose());
        }
    }

    private static async Task<List<Scene>> ScenesAsync(MigrationTrial trial, MigrationFile file, TestDatabase seeded)
    {
        var statements = SqlSplitter.Split(file.Sql);
        var scenes = new List<Scene>();
        for (var n = 0; n <= statements.Count; n++)
        {
            var folder = FolderCopy.Of(trial.Folder);
            folder.Replace(file, Interruption.Before(file, statements, n, Wait));
            var database = await trial.CloneAsync(seeded);
            var where = n < statements.Count ? $"before '{statements[n].Text.Split('\n')[0]}'" : "after the last statement";
            scenes.Add(new Scene(database, folder, where, await LockedAsync(database, trial.Cancel)));
        }

        return scenes;
    }

    private static async Task<NpgsqlConnection> LockedAsync(TestDatabase database, CancellationToken cancel)
    {
        var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var take = new NpgsqlCommand(Wait, connection);
        await take.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    /// <summary>One runner stands at a statement in each database; then it is killed, and the server notices as it goes on.</summary>
    private static async Task KillAsync(List<Scene> scenes, TestDatabase any, string version, CancellationToken cancel)
    {
        var waiting = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            WaitingSql,
            string.Join(',', scenes.Select(scene => scene.Locked.Database))
        );
        using var runner = RunnerProcess.Start(scenes.Select(scene => (scene.Database.Url, scene.Folder.Read())), version);
        while ((await any.Source.ListAsync<long>(waiting, cancel)).Single() < scenes.Count)
        {
            runner.RequireAlive();
            await Task.Delay(50, cancel);
        }

        await runner.KillAsync();
        foreach (var scene in scenes)
        {
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock(77)", scene.Locked);
            await release.ExecuteNonQueryAsync(cancel);
            scene.Locked.Dispose(); // back to its pool: what is read afterwards needs no other
        }
    }

    private sealed record Scene(TestDatabase Database, FolderCopy Folder, string Where, NpgsqlConnection Locked) : IDisposable
    {
        public void Dispose()
        {
            Locked.Dispose();
            Folder.Dispose();
        }
    }
}
