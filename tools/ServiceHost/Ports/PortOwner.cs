using System.ComponentModel;
using System.Diagnostics;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Who has a port.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="CommandLine">How it was started.</param>
/// <param name="RunId">The run it belongs to, when it is a service of a run.</param>
internal sealed record PortOwner(int Pid, string CommandLine, string? RunId)
{
    /// <summary>Stands for one that can't be seen.</summary>
    public const string Unseen = "a process that this user can't see";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Who listens there.</summary>
    /// <returns>Null when it can't be seen.</returns>
    public static PortOwner? Find(int port, SocketSnapshot sockets) =>
        OperatingSystem.IsLinux()
            ? sockets.OwnerOf(
                ListenTable.Among(sockets.Of(port)).Where(listener => listener.BlocksLoopback).Select(listener => listener.Inode)
            )
        : (OperatingSystem.IsWindows() ? FindByNetstat(port) : FindByLsof(port)) is { } pid ? Of(pid)
        : null;

    /// <summary>A process as the owner of a port.</summary>
    public static PortOwner Of(int pid) => new(pid, CommandLineOf(pid), ProcessTable.Variable(pid, RunState.IdVariable));

    /// <summary>The supervisor that it descends from; null when its run is over: what is left of one has lost its parents.</summary>
    public int? Supervisor
    {
        get
        {
            var above = new HashSet<int>();
            for (var pid = ParentOf(Pid); pid > 1 && above.Add(pid); pid = ParentOf(pid))
            {
                if (SupervisorLauncher.IsSupervisor(ProcessTable.CommandLine(pid)))
                {
                    return pid;
                }
            }
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"process {Pid} ({CommandLine})";

    private static int ParentOf(int pid) => ProcessStat.TryRead(pid)?.Parent ?? 0;

    // Written for macOS and Windows, not run there yet.
    private static int? FindByLsof(int port) =>
        int.TryParse(Output("lsof", "-nP", "-t", $"-iTCP:{port}", "-sTCP:LISTEN").Split('\n')[0], out var pid) ? pid : null;

    private static int? FindByNetstat(int port) =>
        Output("netstat", "-ano", "-p", "TCP")
            .Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(fields => fields is [_, var local, _, "LISTENING", _] && local.EndsWith($":{port}", StringComparison.Ordinal))
            .Select(fields => int.TryParse(fields[4], out var pid) ? (int?)pid : null)
            .FirstOrDefault();

    private static string CommandLineOf(int pid)
    {
        if (OperatingSystem.IsLinux())
        {
            return ProcessTable.CommandLine(pid);
        }
        using var process = Process.GetProcessById(pid);
        return process.ProcessName;
    }

    private static string Output(string program, params string[] arguments)
    {
        try
        {
            return ProgramRun.RunAsync(Cli.Wrap(program).WithArguments(arguments), s_patience).GetAwaiter().GetResult().Output;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return ""; // not installed, or too slow: the owner stays unknown, the port is reported nevertheless
        }
    }
}
