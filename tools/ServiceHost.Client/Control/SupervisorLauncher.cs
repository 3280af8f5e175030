using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CliWrap;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Starts a supervisor that belongs to nobody.</summary>
public static class SupervisorLauncher
{
    /// <summary>The line by which it says that its control pipe takes connections.</summary>
    public const string Listening = "listening";

    /// <summary>The command of <c>servicehost</c> that supervises.</summary>
    public const string Command = "supervise";

    /// <summary>Whether a process with this command line is a supervisor.</summary>
    public static bool IsSupervisor(string commandLine) => commandLine.Contains($" {Command} --options ", StringComparison.Ordinal);

    /// <summary>Starts one and waits until its control pipe takes connections, or until it finds that another runs already.</summary>
    /// <returns>False when another runs already.</returns>
    /// <exception cref="SuiteException">It could not start; the errors are its own.</exception>
    internal static async Task<bool> LaunchAsync(LaunchOptions options, CancellationToken cancel)
    {
        var firstLine = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var errors = "";
        var command = Cli.Wrap(DotnetHost.FilePath)
            .WithArguments([options.ServiceHost, Command, "--options", LaunchOptions.FromStandardInput])
            .WithWorkingDirectory(Path.GetDirectoryName(options.Manifest)!)
            .WithValidation(CommandResultValidation.None)
            // Not by a file: it may hold a password, and the folder for temporary files may be full or read-only.
            .WithStandardInputPipe(
                PipeSource.Create(
                    (stdin, ended) =>
                        JsonSerializer.SerializeAsync(stdin, options with { Starter = ProcessIdentities.Own }, ClientJson.Options, ended)
                )
            )
            .WithStandardOutputPipe(PipeTarget.Create((stdout, _) => ReadAsync(stdout, firstLine)))
            .WithStandardErrorPipe(
                PipeTarget.Create(
                    async (stderr, _) => errors = await BoundedText.ReadAllAsync(new StreamReader(stderr), cancel: CancellationToken.None)
                )
            );
        var running = Start(command);
        if (await firstLine.Task.WaitAsync(cancel) == Listening)
        {
            return true; // it lets go of both outputs and goes on
        }
        var ended = await running.Task.WaitAsync(cancel);
        return ended.ExitCode == (int)ExitCode.AlreadyRunning ? false : throw new SuiteException(ErrorLines.Parse(errors, ended.ExitCode));
    }

    // Whatever it prints, and wherever: it stops at a pipe that is full and not read.
    private static async Task ReadAsync(Stream stdout, TaskCompletionSource<string?> firstLine)
    {
        using var reader = new StreamReader(stdout);
        firstLine.TrySetResult(await BoundedText.ReadLineAsync(reader));
        await BoundedText.ReadAllAsync(reader, most: 0);
    }

    private static CommandTask<CommandResult> Start(Command command)
    {
        try
        {
            return command.ExecuteAsync(Configure);
        }
        catch (Win32Exception e)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.SupervisorFailed, $"servicehost can't be started by '{DotnetHost.FilePath}': {e.Message}")
            );
        }
    }

    private static void Configure(ProcessStartInfo start)
    {
        start.Environment.Clear();
        foreach (var (name, value) in InheritedEnvironment.Read())
        {
            start.Environment[name] = value;
        }
        // The supervisor's alone: what it starts does not inherit it.
        if (Environment.GetEnvironmentVariable(LaunchOptions.ContainerEngineVariable) is { } engine)
        {
            start.Environment[LaunchOptions.ContainerEngineVariable] = engine;
        }
    }
}
