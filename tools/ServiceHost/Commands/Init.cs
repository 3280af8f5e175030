using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Compose;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;
using IntegrationSuite.ServiceHost.Init.Setup;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost init</c>: writes the manifest of a repository that has none.</summary>
internal static class Init
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new InitOptions();
        var command = new Command(
            "init",
            "Find the services of this folder and write services.json. Nothing that is there is overwritten; a second run changes nothing."
        );
        options.AddTo(command);
        command.SetAction(
            (parsed, _) => RunAsync(new TargetFolder(Environment.CurrentDirectory), options.From(parsed), options.Setup(parsed))
        );
        return command;
    }

    private static async Task<int> RunAsync(TargetFolder target, string? from, SetupOptions setup)
    {
        var joining = new SuiteSetup(target, setup);
        joining.Check();
        var draft = from is null ? await Repository.FindServicesAsync(target.Root) : ComposeConversion.Run(from, target.Root);
        if (target.Has(ServiceManifest.DefaultFileName))
        {
            InitReport.Existing(Missing(ServiceManifest.Read(target.PathOf(ServiceManifest.DefaultFileName)), draft, target));
        }
        else
        {
            WriteManifest(target, draft, from is null ? target.Root : Path.GetFullPath(from));
        }
        if (setup is not { Concerns: [], Ci: null })
        {
            InitReport.Joined(await joining.RunAsync(ServiceManifest.Read(target.PathOf(ServiceManifest.DefaultFileName))));
        }
        InitReport.Next(setup.Concerns.Count > 0);
        return (int)ExitCode.Success;
    }

    private static void WriteManifest(TargetFolder target, Draft draft, string source)
    {
        if (draft.Entries.Count == 0)
        {
            string[] message =
            [
                "No service was found: neither a web or worker project of .NET, nor a package.json with a script 'start'.",
                "Nothing was written. Call it in the folder of the solution, or write services.json by hand.",
                .. draft.Open,
            ];
            throw new SuiteException(new SuiteError(ErrorCodes.NothingFound, string.Join(' ', message)));
        }
        var text = DraftText.Manifest(draft.Entries);
        RequireValid(target.PathOf(ServiceManifest.DefaultFileName), text, source);
        target.Create(ServiceManifest.DefaultFileName, text);
        InitReport.Written(draft);
    }

    // What others wrote may hold what no manifest can say.
    private static void RequireValid(string file, string text, string source)
    {
        try
        {
            ServiceManifest.Check(file, text);
        }
        catch (SuiteException e)
        {
            throw new SuiteException([
                .. e.Errors.Select(error =>
                    InputFile.Wrong(source, $"{error.Message} No manifest can be made of that, and none was written.").Errors[0]
                ),
            ]);
        }
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
