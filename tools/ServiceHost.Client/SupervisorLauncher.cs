using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace ServiceHost.Client;

/// <summary>Starts a supervisor that belongs to nobody.</summary>
public static class SupervisorLauncher
{
    /// <summary>The line by which it says that its control pipe takes connections.</summary>
    public const string Listening = "listening";

    /// <summary>Starts one and waits until its control pipe takes connections, or until it finds that another runs already.</summary>
    /// <returns>False when another runs already.</returns>
    /// <exception cref="SuiteException">It could not start; the errors are its own.</exception>
    internal static async Task<bool> LaunchAsync(LaunchOptions options, CancellationToken cancel)
    {
        using var process = Start(options);
        // Whatever it prints, and wherever: it stops at a pipe that is full and not read.
        var errors = BoundedText.ReadAllAsync(process.StandardError, cancel: cancel);
        await HandOverAsync(options with { Starter = ProcessIdentities.Own }, process.StandardInput.BaseStream, cancel);
        if (await BoundedText.ReadLineAsync(process.StandardOutput, cancel: cancel) == Listening)
        {
            return true;
        }
        await BoundedText.ReadAllAsync(process.StandardOutput, cancel: cancel);
        var text = await errors;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == (int)ExitCode.AlreadyRunning ? false : throw new SuiteException(ErrorLines.Parse(text, process.ExitCode));
    }

    // Not by a file: it may hold a password, and the folder for temporary files may be full or read-only.
    private static async Task HandOverAsync(LaunchOptions options, Stream input, CancellationToken cancel)
    {
        try
        {
            await using (input)
            {
                await JsonSerializer.SerializeAsync(input, options, ClientJson.Options, cancel);
            }
        }
        catch (IOException)
        {
            // It has ended already; what it printed says why.
        }
    }

    private static Process Start(LaunchOptions options)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, [options.ServiceHost, "supervise", "--options", LaunchOptions.FromStandardInput])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(options.Manifest),
        };
        start.Environment.Clear();
        foreach (var (name, value) in InheritedEnvironment.Read())
        {
            start.Environment[name] = value;
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.SupervisorFailed, $"servicehost can't be started by '{DotnetHost.FilePath}': {e.Message}"));
        }
    }
}
