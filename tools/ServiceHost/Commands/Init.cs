using System.CommandLine;
using ServiceHost.Client;
using ServiceHost.Client.Manifests;
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
        var command = new Command(
            "init",
            "Find the services of this folder and write services.json. Nothing that is there is overwritten; a second run changes nothing."
        );
        command.SetAction((_, _) => RunAsync(new TargetFolder(Environment.CurrentDirectory)));
        return command;
    }

    private static async Task<int> RunAsync(TargetFolder target)
    {
        var draft = await Repository.FindServicesAsync(target.Root);
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
                    "No service was found: neither a web or worker project of .NET, nor a package.json with a script 'start'. Nothing was written. Call it in the folder of the solution, or write services.json by hand."
                )
            );
        }
        target.Create(ServiceManifest.DefaultFileName, DraftText.Manifest(draft.Entries));
        InitReport.Written(draft);
        return (int)ExitCode.Success;
    }

    // Known by what it runs: its name and its port are the user's to change.
    private static List<DraftEntry> Missing(ServiceManifest manifest, Draft draft, TargetFolder target) =>
        [
            .. draft.Entries.Where(entry =>
                !manifest.Services.Any(service =>
                    service.Project is not null && entry.Project is not null
                        ? service.Project == Path.GetFullPath(entry.Project, target.Root)
                        : service.Name == entry.Name
                            || (
                                service.WorkingDirectory is { } folder
                                && entry.WorkingDirectory is { } other
                                && folder == Path.GetFullPath(other, target.Root)
                            )
                )
            ),
        ];
}
