using System.Text.Json;
using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.State;
using ServiceHost.Supervision;

namespace ServiceHost.Commands;

/// <summary>The supervisor process: <c>servicehost supervise --options FILE</c>. Until its control pipe takes connections it speaks on stderr; then it says so on stdout, closes both and writes to its log.</summary>
internal static class Supervise
{
    /// <summary>Runs it.</summary>
    public static async Task<ExitCode> RunAsync(string optionsFile)
    {
        // Copying and waiting happen on pool threads; with one a processor, health checks would queue behind them.
        ThreadPool.SetMinThreads(32, 32);
        Detachment.LeaveSession();
        InheritedEnvironment.ForgetPostgres();
        var options = ReadOptions(optionsFile);
        var manifest = ServiceManifest.Read(options.Manifest);
        LaunchOptionChecks.Run(options, manifest);
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
            Leftovers.End(folder, options.StateFile);
            folder.Clean();
            return new Supervisor(options, manifest, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.RunDirectoryUnusable, $"The folder '{folder.Path}' can't be used: {e.Message}"));
        }
    }

    private static LaunchOptions ReadOptions(string file)
    {
        try
        {
            var options = JsonSerializer.Deserialize<LaunchOptions>(File.ReadAllText(file), ClientJson.Options) ?? throw new JsonException("It is empty.");
            LaunchOptionChecks.Run(options);
            return options;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.BadOption, $"The options file can't be read: {e.Message}", File: file));
        }
    }
}
