using System.CommandLine;
using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Init.Compose;
using ServiceHost.Init.Discovery;
using ServiceHost.Init.Entries;
using ServiceHost.Init.Files;

namespace ServiceHost.Commands;

/// <summary><c>servicehost init</c>: writes the manifest of a repository that has none.</summary>
internal static class Init
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "A Compose file to take the services from, instead of looking for them." };
        var command = new Command(
            "init",
            "Find the services of this folder and write services.json. Nothing that is there is overwritten; a second run changes nothing."
        )
        {
            from,
        };
        command.SetAction((parsed, _) => RunAsync(new TargetFolder(Environment.CurrentDirectory), parsed.GetValue(from)));
        return command;
    }

    private static async Task<int> RunAsync(TargetFolder target, string? from)
    {
        var draft = from is null ? await Repository.FindServicesAsync(target.Root) : ComposeConversion.Run(from, target.Root);
        if (target.Has(ServiceManifest.DefaultFileName))
        {
            InitReport.Existing(Missing(ServiceManifest.Read(target.PathOf(ServiceManifest.DefaultFileName)), draft, target));
            return (int)ExitCode.Success;
        }
        if (draft.Entries.Count == 0)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.NothingFound,
                    string.Join(
                        " ",
                        "No service was found: neither a web or worker project of .NET, nor a package.json with a script 'start'.",
                        "Nothing was written. Call it in the folder of the solution, or write services.json by hand.",
                        string.Join(' ', draft.Open)
                    )
                )
            );
        }
        target.Create(ServiceManifest.DefaultFileName, DraftText.Manifest(draft.Entries));
        InitReport.Written(draft);
        return (int)ExitCode.Success;
    }

    // Known by what it runs, else by its name: that and its port are the user's to change.
    private static List<DraftEntry> Missing(ServiceManifest manifest, Draft draft, TargetFolder target) =>
        [.. draft.Entries.Where(entry => !manifest.Services.Any(service => IsSame(service, entry, target.Root)))];

    private static bool IsSame(ServiceEntry service, DraftEntry entry, string root) =>
        service.Name == entry.Name
        || (service.Project is not null && entry.Project is not null && service.Project == Path.GetFullPath(entry.Project, root))
        || (
            service is { Command: not null, WorkingDirectory: not null }
            && entry.WorkingDirectory is not null
            && service.WorkingDirectory == Path.GetFullPath(entry.WorkingDirectory, root)
        );
}
