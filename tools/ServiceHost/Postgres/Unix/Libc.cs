using System.Runtime.InteropServices;

namespace IntegrationSuite.ServiceHost.Postgres.Unix;

/// <summary>The calls to libc that running a server as another user takes.</summary>
internal static partial class Libc
{
    public const int BrokenPipe = 13;
    public const int RemoveSegment = 0;

    private const int NoNewPrivileges = 38;

    /// <summary>Keeps what is run from here on from getting other rights, as by a program that is set-user-ID (Linux, prctl(2)).</summary>
    public static void GiveUpNewPrivileges()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = ProcessControl(NoNewPrivileges, 1, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    public static partial int SetGroups(nint count, ReadOnlySpan<uint> groups);

    [LibraryImport("libc", EntryPoint = "setgid", SetLastError = true)]
    public static partial int SetGroup(uint group);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    public static partial int SetUser(uint user);

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Execute(string path, string?[] arguments);

    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint SetSignalHandler(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "shmctl", SetLastError = true)]
    public static partial int ControlSharedMemory(int id, int command, nint buffer);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);
}
