using System.Diagnostics;
using System.Reflection;
using ServiceHost.Client;

namespace TestKit.Databases.Proofs;

/// <summary>A runner of migrations in a process of its own, for being killed.</summary>
internal sealed class RunnerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private RunnerProcess(Process process) => (_process, _errors) = (process, BoundedText.ReadAllAsync(process.StandardError));

    /// <summary>Starts one that migrates several databases at once.</summary>
    /// <param name="work">Databases and folders.</param>
    /// <param name="version">The version to reach.</param>
    public static async Task<RunnerProcess> StartAsync(IEnumerable<(string Url, string Folder)> work, string version)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, ["exec", "--runtimeconfig", OfHost(".runtimeconfig.json"), "--depsfile", OfHost(".deps.json"), OfHost(null)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        var runner = new RunnerProcess(Process.Start(start)!);
        foreach (var (url, folder) in work)
        {
            await runner._process.StandardInput.WriteLineAsync($"{url}\t{folder}\t{version}");
        }

        runner._process.StandardInput.Close();
        return runner;
    }

    /// <summary>Fails, with what it said, when it has ended by itself.</summary>
    public void RequireAlive()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The runner that was to be killed ended by itself with exit code {_process.ExitCode}: {_errors.GetAwaiter().GetResult()}");
        }
    }

    /// <summary>Kills it with SIGKILL, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The runner lies beside the test process and runs with its dependencies.</summary>
    private static string OfHost(string? extension) =>
        Path.Combine(AppContext.BaseDirectory, extension is null ? "MigrationRunner.dll" : Assembly.GetEntryAssembly()!.GetName().Name + extension);
}
