using System.CommandLine;
using IntegrationSuite.ServiceHost.Checking;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost check</c>: reads the manifest and shows what each service would be given; starts nothing.</summary>
internal static class Check
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "check",
            "Read the manifest and print what each service would be given, secrets masked. Starts nothing. Exit code 2 when something is wrong."
        );
        var options = new RunOptions().AddPlace(command);
        command.SetAction(parsed => Run(options.Place(parsed)));
        return command;
    }

    private static int Run(LaunchOptions options)
    {
        var manifest = ServiceManifest.Read(options.Manifest);
        var missing = manifest.Services.SelectMany(service => ReferenceValues.MissingVariables(service, manifest.File)).ToList();
        if (missing.Count > 0)
        {
            throw new SuiteException(missing);
        }
        var run = ExpectedState.Of(FirstState.Of(options, manifest, new RunFolder(options)), manifest);
        foreach (var service in manifest.Services)
        {
            Console.WriteLine(ServiceSheet.Of(service, run));
        }
        return (int)ExitCode.Success;
    }
}
