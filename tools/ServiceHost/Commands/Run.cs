using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using ServiceHost.Client;
using ServiceHost.Processes;

namespace ServiceHost.Commands;

/// <summary><c>servicehost run -- COMMAND</c>: starts the services unless they run, runs any command against them, stops them, ends with its exit code. Says nothing on stdout itself.</summary>
internal static class Run
{
    /// <summary>The command.</summary>
    /// <param name="words">What followed <c>--</c>.</param>
    public static Command Create(string[] words)
    {
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Print the progress to stderr." };
        var command = new Command("run", "Run a command while the services run: servicehost run -- npm test. It finds them in SERVICE_URLS and <NAME>_SERVICE_URL, and all about the run in the file SERVICE_STATE.") { verbose };
        var options = new RunOptions().AddAll(command);
        command.SetAction((parsed, _) => words.Length > 0
            ? RunAsync(options.Launch(parsed), words, parsed.GetValue(verbose) ? Console.Error : TextWriter.Null)
            : throw new SuiteException(new SuiteError(ErrorCodes.BadOption, "Which command? Write it after two hyphens: servicehost run -- npm test")));
        return command;
    }

    private static async Task<int> RunAsync(LaunchOptions options, string[] words, TextWriter progress)
    {
        using var session = await HeldRun.StartAsync(options, $"servicehost run -- {words[0]}", progress);
        try
        {
            var code = await session.ReadyAsync() ? await RunCommandAsync(session, words, options.StateFile) : (int)ExitCode.Interrupted;
            var end = await session.EndAsync();
            if (session.CutShort is { } error)
            {
                Console.Error.WriteLine(error);
                end = ExitCode.Failed; // a command that ended well although its services were taken from it has proved nothing
            }
            return code != 0 ? code : (int)end;
        }
        catch (LaunchException e)
        {
            await session.EndAsync();
            Console.Error.WriteLine(new SuiteError(ErrorCodes.LaunchFailed, e.Message));
            return (int)ExitCode.CommandNotFound;
        }
    }

    private static async Task<int> RunCommandAsync(HeldRun session, string[] words, string stateFile)
    {
        using var process = Start(words, session.Client.State, stateFile);
        var ended = process.WaitForExitAsync();
        // Ctrl+C reaches the command too, as it is in the same terminal; SIGTERM to us does not, so it is passed on.
        if (await Task.WhenAny(ended, session.Interrupted, session.Broken) != ended)
        {
            Terminate(process);
            if (await Task.WhenAny(ended, session.Impatient) != ended)
            {
                process.Kill(entireProcessTree: true);
            }
            RunSweep.KillCommands(MarkIn(session.Client.State));
        }
        await ended;
        return process.ExitCode;
    }

    // .NET would look into the current folder before the PATH, where anybody may have put a program of that name.
    private static string Program(string name) =>
        ExecutablePath.Find(new ProcessSpec(name, [], Environment.CurrentDirectory, new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" }, LogFile: ""));

    private static string MarkIn(RunState state) => CommandMark.Of(state.RunId, Environment.ProcessId);

    private static Process Start(string[] words, RunState state, string stateFile)
    {
        var start = new ProcessStartInfo(Program(words[0]), words[1..]) { UseShellExecute = false };
        foreach (var (name, value) in ProxyBypass.Read())
        {
            start.Environment[name] = value;
        }
        start.Environment[CommandMark.Variable] = MarkIn(state);
        start.Environment[RunState.FileVariable] = stateFile;
        start.Environment[ServiceUrls.AllVariable] = ServiceUrls.Join(state.Services);
        foreach (var service in state.Services)
        {
            start.Environment[ServiceUrls.VariableOf(service.Name)] = service.Url;
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"The command '{words[0]}' can't be started: {e.Message}.");
        }
    }

    private static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else if (!process.HasExited)
        {
            _ = Posix.Kill(process.Id, Posix.Number(ProcessSignal.Terminate));
        }
    }
}
