using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>The supervisor process: <c>servicehost supervise --options FILE</c>, where <c>-</c> is stdin. Until its control pipe takes connections it speaks on stderr; then it says so on stdout, closes both and writes to its log.</summary>
internal static class Supervise
{
    // They name every project and its output: room for some ten thousand.
    private const int MostOptions = 16 << 20;

    /// <summary>Runs it.</summary>
    public static async Task<ExitCode> RunAsync(string optionsFile)
    {
        // Copying and waiting happen on pool threads; with one a processor, health checks would queue behind them.
        ThreadPool.SetMinThreads(32, 32);
        Detachment.LeaveSession();
        InheritedEnvironment.ForgetPostgres();
        var options = await ReadOptionsAsync(optionsFile);
        var manifest = ServiceManifest.Read(options.Manifest);
        LaunchOptionChecks.Run(options, manifest);
        DescriptorLimit.Require(manifest.Services.Count);
        using var held = RunLock.Take(options);
        var folder = new RunFolder(options);
        var supervisor = Begin(options, manifest, folder);
        await supervisor.RunAsync(onListening: () =>
        {
            Console.WriteLine(SupervisorLauncher.Listening);
            Detachment.LeavePipes(folder.OwnLog);
        });
        return ExitCode.Success;
    }

    private static Supervisor Begin(LaunchOptions options, ServiceManifest manifest, RunFolder folder)
    {
        try
        {
            var kept = Leftovers.End(folder, options.StateFile);
            folder.Clean();
            return new Supervisor(options, manifest, folder, kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RunDirectoryUnusable, $"The folder '{folder.Path}' can't be used: {e.Message}")
            );
        }
    }

    private static async Task<LaunchOptions> ReadOptionsAsync(string file)
    {
        var given = file == LaunchOptions.FromStandardInput;
        try
        {
            using var reader = new StreamReader(given ? Console.OpenStandardInput() : File.OpenRead(file));
            var options =
                JsonSerializer.Deserialize<LaunchOptions>(await BoundedText.ReadAllAsync(reader, MostOptions), ClientJson.Options)
                ?? throw new JsonException("It is empty.");
            LaunchOptionChecks.Run(options);
            return options;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The options {(given ? "on stdin" : "file")} can't be read: {e.Message}",
                    File: given ? null : file
                )
            );
        }
    }
}
