using EvolveDb;
using EvolveDb.Dialect;
using IntegrationSuite.Migrations.Running;

namespace Pipeline.Migrations;

/// <summary>The library as a team uses it, with its own loader, and with the connection that runs a file statement by statement.</summary>
internal static class PlainEvolve
{
    public static async Task RunAsync(
        ScratchDatabase database,
        string folder,
        Action<Evolve> work,
        Action<string>? log = null,
        params (string Name, string Value)[] placeholders
    )
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var evolve = new Evolve(new SplittingConnection(connection), log, DBMS.PostgreSQL)
        {
            Locations = [folder],
            CommandTimeout = 0,
            IsEraseDisabled = true,
            Placeholders = placeholders.ToDictionary(pair => $"${{{pair.Name}}}", pair => pair.Value),
        };
        await Task.Factory.StartNew(() => work(evolve), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
