using EvolveDb.Migration;
using Migrations.Files;
using Migrations.Running;
using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Commands;

/// <summary>What <c>servicehost migrate</c> is about.</summary>
internal static class MigrateTarget
{
    /// <summary>The migrations of a service and its database.</summary>
    /// <exception cref="SuiteException">No such service, no migrations, or no database to work on.</exception>
    public static async Task<Migrator> FindAsync(LaunchOptions place, string service, string? url, CancellationToken cancel)
    {
        var services = ServiceManifest.Read(place.Manifest).Services;
        var entry =
            services.FirstOrDefault(entry => entry.Name == service)
            ?? throw Error(
                ErrorCodes.UnknownService,
                $"The manifest has no service '{service}'. It has: {NameList.Of([.. services.Select(entry => entry.Name)])}."
            );
        var folder = entry.Migrations ?? throw Error(ErrorCodes.BadOption, $"The service '{service}' has no migrations in the manifest.");
        return new Migrator(
            url ?? await RunningAsync(place, service, cancel),
            MigrationFolder.Read(folder),
            new MigratorOptions { ApplicationName = $"servicehost migrate (process {Environment.ProcessId})" }
        );
    }

    /// <summary>Reads <c>--to</c>.</summary>
    /// <exception cref="SuiteException">It is no version, or the action takes none.</exception>
    public static MigrationVersion? Version(string? text, string action) =>
        text switch
        {
            null => null,
            _ when action is not ("up" or "down") => throw Error(ErrorCodes.BadOption, $"'{action}' takes no --to."),
            _ => VersionLabel.TryParse(text)
                ?? throw Error(ErrorCodes.BadOption, $"--to '{text}' is no version. It is a number such as 3 or 3.1."),
        };

    /// <summary>Only what runs files has a dry run.</summary>
    /// <exception cref="SuiteException">The action takes none.</exception>
    public static void RequireDryRunFits(bool dryRun, string action)
    {
        if (dryRun && action is not ("up" or "down"))
        {
            throw Error(ErrorCodes.BadOption, $"'{action}' takes no --dry-run.");
        }
    }

    private static async Task<string> RunningAsync(LaunchOptions place, string service, CancellationToken cancel)
    {
        var state = await SupervisorRequests.StatusAsync(place, cancel);
        return state?.Services.FirstOrDefault(running => running.Name == service)?.DatabaseUrl
            ?? throw Error(
                ErrorCodes.NotRunning,
                $"The database of '{service}' does not run. Give one with --database-url, or start the services first (servicehost up)."
            );
    }

    private static SuiteException Error(string code, string message) => new(new SuiteError(code, message));
}
