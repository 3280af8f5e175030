using System.Net.Sockets;
using ServiceHost.Client;
using ServiceHost.Processes;
using ServiceHost.State;

namespace ServiceHost.Doctor;

/// <summary>The run that uses a folder now: what carries its mark is in use, not left behind.</summary>
/// <param name="Supervisor">Its supervisor's process id; null when it can't be seen.</param>
internal sealed record LiveRun(int? Supervisor)
{
    /// <summary>The run whose supervisor holds the folder's lock, or, where somebody removed the folder under it, answers on its control pipe.</summary>
    /// <returns>Null when nothing runs there.</returns>
    public static LiveRun? Find(RunFolder folder, LaunchOptions options) =>
        RunLockFile.IsHeld(options.LockFile) ? new LiveRun(HolderOf(options.LockFile) ?? RunState.TryRead(options.StateFile)?.Supervisor.Pid)
        : AnswersAny(folder.RunIdPrefix) ? new LiveRun(Supervisor: null)
        : null;

    private static int? HolderOf(string file) => ProcessTable.Pids().Where(pid => Holds(pid, file)).Select(pid => (int?)pid).FirstOrDefault();

    private static bool Holds(int pid, string file)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(link => new FileInfo(link).LinkTarget == file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }

    private static bool AnswersAny(string runIdPrefix) =>
        !OperatingSystem.IsWindows() && Array.Exists(Directory.GetFiles(SharedFolder.Path, runIdPrefix + "*"), Answers);

    // A killed supervisor leaves its pipe, but nobody who takes a connection.
    private static bool Answers(string pipe)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(pipe));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
