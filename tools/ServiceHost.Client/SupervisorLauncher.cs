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
        var file = Path.Combine(Path.GetTempPath(), $"servicehost-{Guid.NewGuid():N}.json");
        try
        {
            await WriteAsync(file, options with { Starter = ProcessIdentities.Own }, cancel);
            using var process = Start(options, file);
            process.StandardInput.Close();
            if (await process.StandardOutput.ReadLineAsync(cancel) == Listening)
            {
                return true;
            }
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != (int)ExitCode.AlreadyRunning)
            {
                throw new SuiteException(ErrorLines.Parse(errors, process.ExitCode));
            }
            return false;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // It may hold a password, and lies where everybody may look.
    private static async Task WriteAsync(string file, LaunchOptions options, CancellationToken cancel)
    {
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        await using var stream = new FileStream(file, creation);
        await JsonSerializer.SerializeAsync(stream, options, ClientJson.Options, cancel);
    }

    private static Process Start(LaunchOptions options, string file)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, [options.ServiceHost, "supervise", "--options", file])
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
