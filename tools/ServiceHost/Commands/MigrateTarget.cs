using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>What <c>servicehost migrate</c> is about.</summary>
internal static class MigrateTarget
{
    /// <summary>The migrations of a service and its database.</summary>
    /// <exception cref="SuiteException">No such service, no migrations, or no database to work on.</exception>
    public static async Task<Migrator> FindAsync(
        LaunchOptions place,
        string service,
        string? url,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    )
    {
        var services = ServiceManifest.Read(place.Manifest).Services;
        var entry =
            services.FirstOrDefault(entry => entry.Name == service)
            ?? throw Error(
                ErrorCodes.UnknownService,
                $"The manifest has no service '{service}'. It has: {NameList.Of([.. services.Select(entry => entry.Name)])}."
            );
        var folder = entry.Migrations ?? throw Error(ErrorCodes.BadOption, $"The service '{service}' has no migrations in the manifest.");
        var format = MigrationFormat.Of(entry.Migrator);
        if (!format.IsOurs)
        {
            throw Error(
                ErrorCodes.BadOption,
                $"The migrations of '{service}' are {format.Name}'s ('migrator' in the manifest): call {format.Name} itself."
            );
        }
        var running = url is null ? await RunningAsync(place, service, cancel) : null;
        return new Migrator(
            url ?? running!.DatabaseUrl!,
            MigrationFolder.Read(folder, Filled(entry, running?.Placeholders ?? MigrationPlaceholders.Of(entry), placeholders, place)),
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

    /// <summary>Reads each <c>--placeholder name=value</c>; the value may be empty, and hold more of <c>=</c>.</summary>
    /// <exception cref="SuiteException">One is none.</exception>
    public static IReadOnlyDictionary<string, string> Placeholders(IEnumerable<string> texts)
    {
        var placeholders = new Dictionary<string, string>();
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            if (parts.Length < 2 || !PlaceholderReader.IsName(parts[0]))
            {
                throw Error(
                    ErrorCodes.BadOption,
                    $"--placeholder '{HarmlessText.OneLine(parts[0], most: 60)}' is none. Write name=value; a name has {PlaceholderReader.NameRule}."
                );
            }
            placeholders[parts[0]] = parts[1];
        }
        return placeholders;
    }

    /// <summary>What stands for the placeholders; those of the command line go before the manifest's.</summary>
    private static Dictionary<string, string> Filled(
        ServiceEntry entry,
        IReadOnlyDictionary<string, string> known,
        IReadOnlyDictionary<string, string> given,
        LaunchOptions place
    )
    {
        var missing = entry
            .Placeholders.Where(pair => !known.ContainsKey(pair.Key) && !given.ContainsKey(pair.Key))
            .SelectMany(pair => ReferenceValues.MissingVariables(pair.Value))
            .Distinct()
            .Select(name => ReferenceValues.NotSet(entry, name, place.Manifest))
            .ToList();
        return missing.Count == 0 ? given.Concat(known).DistinctBy(pair => pair.Key).ToDictionary() : throw new SuiteException(missing);
    }

    private static async Task<ServiceState> RunningAsync(LaunchOptions place, string service, CancellationToken cancel)
    {
        var state = await SupervisorRequests.StatusAsync(place, cancel);
        return state?.Services.FirstOrDefault(running => running.Name == service && running.DatabaseUrl is not null)
            ?? throw Error(
                ErrorCodes.NotRunning,
                $"The database of '{service}' does not run. Give one with --database-url, or start the services first (servicehost up)."
            );
    }

    private static SuiteException Error(string code, string message) => new(new SuiteError(code, message));
}
