using System.Runtime.InteropServices;

namespace ServiceHost.Postgres.Unix;

/// <summary>The calls to libc that running a server as another user takes.</summary>
internal static partial class Libc
{
    public const int BrokenPipe = 13;
    public const int RemoveSegment = 0;

    public static bool IsRoot => !OperatingSystem.IsWindows() && EffectiveUser() == 0;

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint user, uint group);

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

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
