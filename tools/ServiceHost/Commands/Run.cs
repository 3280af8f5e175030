using System.CommandLine;
using System.ComponentModel;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Cli = CliWrap.Cli;
using CommandResultValidation = CliWrap.CommandResultValidation;
using CommandTask = CliWrap.CommandTask<CliWrap.CommandResult>;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost run -- COMMAND</c>: starts the services unless they run, runs any command against them, stops them, ends with its exit code. Says nothing on stdout itself.</summary>
internal static class Run
{
    private const int Killed = 128 + 9;

    /// <summary>The command.</summary>
    /// <param name="words">What followed <c>--</c>.</param>
    public static Command Create(string[] words)
    {
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Print the progress to stderr." };
        var command = new Command(
            "run",
            "Run a command while the services run: servicehost run -- npm test. It finds them in SERVICE_URLS and <NAME>_SERVICE_URL, and all about the run in the file SERVICE_STATE."
        )
        {
            verbose,
        };
        var options = new RunOptions().AddAll(command);
        command.SetAction(
            (parsed, _) =>
                words.Length > 0
                    ? RunAsync(options.Launch(parsed), words, parsed.GetValue(verbose) ? Console.Error : TextWriter.Null)
                    : throw new SuiteException(
                        new SuiteError(ErrorCodes.BadOption, "Which command? Write it after two hyphens: servicehost run -- npm test")
                    )
        );
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
        using var kill = new CancellationTokenSource();
        var command = Start(words, session.Client.State, stateFile, kill.Token);
        var (identity, ended) = (ProcessIdentities.FindChild(command.ProcessId), ExitCodeAsync(command));
        // Ctrl+C reaches the command too, as it is in the same terminal; SIGTERM to us does not, so it is passed on.
        if (await Task.WhenAny(ended, session.Interrupted, session.Broken) != ended)
        {
            Terminate(identity, kill);
            if (await Task.WhenAny(ended, session.Impatient) != ended)
            {
                await kill.CancelAsync();
            }
            RunSweep.KillCommands(MarkIn(session.Client.State));
        }
        return await ended;
    }

    private static async Task<int> ExitCodeAsync(CommandTask command)
    {
        try
        {
            return (await command).ExitCode;
        }
        catch (OperationCanceledException)
        {
            return Killed;
        }
    }

    // .NET would look into the current folder before the PATH, where anybody may have put a program of that name.
    private static string Program(string name) => ProgramPath.Known(name) ?? throw ExecutablePath.NotFound(name);

    private static string MarkIn(RunState state) => CommandMark.Of(state.RunId, Environment.ProcessId);

    // It keeps the terminal: nothing of it goes through here.
    private static CommandTask Start(string[] words, RunState state, string stateFile, CancellationToken kill)
    {
        var command = Cli.Wrap(Program(words[0]))
            .WithArguments(words[1..])
            .WithEnvironmentVariables(EnvironmentOf(state, stateFile))
            .WithValidation(CommandResultValidation.None);
        try
        {
            return command.ExecuteAsync(
                start =>
                    (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.CreateNoWindow) = (
                        false,
                        false,
                        false,
                        false
                    ),
                configureProcess: null,
                kill,
                CancellationToken.None
            );
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"The command '{words[0]}' can't be started: {e.Message}.");
        }
    }

    private static Dictionary<string, string?> EnvironmentOf(RunState state, string stateFile)
    {
        var environment = ProxyBypass.Read().ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        environment[CommandMark.Variable] = MarkIn(state);
        environment[RunState.FileVariable] = stateFile;
        environment[ServiceUrls.AllVariable] = ServiceUrls.Join(state.Services);
        foreach (var (name, url) in ServiceUrls.Variables(state.Services))
        {
            environment[name] = url;
        }
        return environment;
    }

    private static void Terminate(ProcessIdentity command, CancellationTokenSource kill)
    {
        if (OperatingSystem.IsWindows())
        {
            kill.Cancel();
        }
        else if (command.IsAlive())
        {
            _ = Posix.Kill(command.Pid, Posix.Number(ProcessSignal.Terminate));
        }
    }
}
