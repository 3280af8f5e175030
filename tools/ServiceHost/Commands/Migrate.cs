using System.CommandLine;
using EvolveDb.Migration;
using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Shared;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost migrate SERVICE ACTION</c>: a service's migrations, on its running database or on another.</summary>
internal static class Migrate
{
    private static readonly string[] s_actions = ["up", "down", "info", "validate", "repair"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var service = new Argument<string>("service") { Description = "Its name in the manifest." };
        var action = new Argument<string>("action")
        {
            Description =
                "up: apply what is pending. down: take back the newest version. info: show where each stands. validate: look for changed, missing and late files. repair: take changed files for what was applied.",
        };
        action.AcceptOnlyFromAmong(s_actions);
        var to = new Option<string?>("--to")
        {
            Description = "The version to stop at: for up the last one applied, for down the one that stays (0 takes back all).",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "With up and down: print the SQL that would run, and run nothing." };
        var url = new Option<string?>("--database-url")
        {
            Description =
                "The database: postgresql://user:password@host:port/name or an Npgsql connection string. Default: the running service's.",
        };
        var placeholders = new Option<string[]>("--placeholder")
        {
            Description = "name=value: what stands for ${name} in the files, before what the manifest says. May be given several times.",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("migrate", "Apply, take back or show a service's migrations.")
        {
            service,
            action,
            to,
            dryRun,
            url,
            placeholders,
        };
        var options = new RunOptions().AddPlace(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var target = MigrateTarget.Version(parsed.GetValue(to), parsed.GetValue(action)!);
                MigrateTarget.RequireDryRunFits(parsed.GetValue(dryRun), parsed.GetValue(action)!);
                var name = parsed.GetValue(service)!;
                var given = MigrateTarget.Placeholders(parsed.GetValue(placeholders)!);
                InheritedEnvironment.ForgetPostgres();
                try
                {
                    var migrator = await MigrateTarget.FindAsync(options.Place(parsed), name, parsed.GetValue(url), given, cancel);
                    return (int)await RunAsync(migrator, parsed.GetValue(action)!, target, parsed.GetValue(dryRun), cancel);
                }
                catch (MigrationException e)
                {
                    throw e.ToSuiteException(name);
                }
            }
        );
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Migrator migrator,
        string action,
        MigrationVersion? to,
        bool dryRun,
        CancellationToken cancel
    )
    {
        Console.WriteLine(
            action switch
            {
                "up" when dryRun => MigrateText.Of(await migrator.PlanUpAsync(to, cancel)),
                "up" => MigrateText.Of(await migrator.UpAsync(to, cancel)),
                "down" when dryRun => MigrateText.Of(await migrator.PlanDownAsync(to ?? await OneBackAsync(migrator, cancel), cancel)),
                "down" => MigrateText.Of(await migrator.DownAsync(to ?? await OneBackAsync(migrator, cancel), cancel)),
                "repair" => MigrateText.OfRepair(await migrator.RepairAsync(cancel)),
                "info" => MigrateText.Of(await migrator.InfoAsync(cancel)),
                _ => await ValidateAsync(migrator, cancel),
            }
        );
        return ExitCode.Success;
    }

    private static async Task<MigrationVersion> OneBackAsync(Migrator migrator, CancellationToken cancel) =>
        (await migrator.InfoAsync(cancel))
            .Where(info => info.IsApplied)
            .Select(info => info.Version)
            .OfType<MigrationVersion>()
            .Reverse()
            .Skip(1)
            .FirstOrDefault()
        ?? MigrationVersion.MinVersion;

    private static async Task<string> ValidateAsync(Migrator migrator, CancellationToken cancel) =>
        await migrator.ValidateAsync(cancel) is { Count: > 0 } problems
            ? throw new MigrationException(problems)
            : MigrateText.OfAgreement(migrator.Folder);
}
