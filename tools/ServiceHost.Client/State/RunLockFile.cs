using System.Globalization;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The file that a supervisor keeps locked as long as it lives (<see cref="LaunchOptions.LockFile"/>), for those who only look.</summary>
public static class RunLockFile
{
    /// <summary>Whether somebody holds it.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false; // an exception for each of thousands of ports would take seconds
        }
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return File.Exists(path);
        }
        catch (UnauthorizedAccessException)
        {
            return false; // no run of this user
        }
    }

    /// <summary>Whether opening a file failed because another process has it locked: EWOULDBLOCK (Linux 11, macOS 35) or ERROR_SHARING_VIOLATION.</summary>
    public static bool IsLocked(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>The process that holds it: its supervisor (Linux).</summary>
    /// <returns>Null when it can't be seen.</returns>
    public static int? HolderOf(string path) =>
        ProcessTable.Pids().Where(pid => IsHeldBy(path, pid)).Select(pid => (int?)pid).FirstOrDefault();

    /// <summary>Whether a process has it open. Nobody but a supervisor does for long.</summary>
    public static bool IsHeldBy(string path, int pid)
    {
        try
        {
            return Directory
                .EnumerateFiles($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/fd")
                .Any(link => new FileInfo(link).LinkTarget == path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }
}
