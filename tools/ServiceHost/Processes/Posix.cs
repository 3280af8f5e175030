using System.Runtime.InteropServices;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>The calls to libc. Constants that differ between Linux and macOS are properties.</summary>
internal static unsafe partial class Posix
{
    /// <summary>The mode 0600: a log may show what only its owner may see.</summary>
    public const int OwnerOnly = 0x180;
    public const int SignalChild = 17;
    public const int NetlinkFamily = 16;
    public const int RawSocket = 3;
    public const int SocketCloseOnExec = 0x80000;
    public const int SocketDiagnosis = 4; // NETLINK_SOCK_DIAG

    private const int PrSetChildSubreaper = 36;
    private const int GetDescriptorFlags = 1;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExecFlag = 1;

    public static int OpenAppend => OperatingSystem.IsMacOS() ? 0x0001 | 0x0200 | 0x0008 : 0x0001 | 0x0040 | 0x0400;

    /// <summary>Orphaned descendants become children of this process instead of init's, so that they can be found and ended.</summary>
    public static void BecomeSubreaper()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = ProcessControl(PrSetChildSubreaper, 1, 0, 0, 0);
        }
    }

    /// <summary>Whether a file descriptor survives exec: .NET opens all of its own with close-on-exec, so these came from the parent.</summary>
    public static bool IsInheritable(int descriptor) => FileControl(descriptor, GetDescriptorFlags, 0) == 0;

    /// <summary>Keeps a file descriptor from the processes that we start.</summary>
    public static void CloseOnExec(int descriptor) => _ = FileControl(descriptor, SetDescriptorFlags, CloseOnExecFlag);

    public static int Number(ProcessSignal signal) =>
        (signal, OperatingSystem.IsMacOS()) switch
        {
            (ProcessSignal.Stop, true) => 17,
            (ProcessSignal.Continue, true) => 19,
            _ => (int)signal,
        };

    /// <summary>How many files this process may have open (getrlimit(2), RLIMIT_NOFILE). .NET has raised it to what is allowed.</summary>
    public static ulong? OpenFileLimit()
    {
        var limits = stackalloc ulong[2];
        return GetLimit(OperatingSystem.IsMacOS() ? 8 : 7, limits) == 0 ? limits[0] : null;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "setsid")]
    public static partial int NewSession();

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    public static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "socket")]
    public static partial int OpenSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "send")]
    public static partial nint Send(int socket, byte* bytes, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    public static partial nint Receive(int socket, byte* bytes, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint SetSignalHandler(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(int descriptor, int command, int argument);
}
