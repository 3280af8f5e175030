using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>The calls to libc that open, own and remove files by descriptor, so that nobody can put another file in their place meanwhile.</summary>
internal static partial class FileCalls
{
    public const int CurrentFolder = -100;
    public const int EmptyPath = 0x1000;
    public const int LinkItself = 0x100;
    public const uint BasicStatus = 0x7ff;

    private const int RemoveFolder = 0x200;

    private static readonly bool s_mac = OperatingSystem.IsMacOS();
    private static readonly bool s_arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    private static int NoFollow =>
        s_mac ? 0x100
        : s_arm ? 0x8000
        : 0x20000;

    private static int FolderOnly =>
        s_mac ? 0x100000
        : s_arm ? 0x4000
        : 0x10000;

    // Non-blocking, so that a FIFO in place of a file keeps nobody waiting.
    private static int Private => s_mac ? 0x1000000 | 0x4 : 0x80000 | 0x800;

    /// <summary>Opens a folder that is no link.</summary>
    /// <returns>Null when it is something else, or not there.</returns>
    /// <exception cref="IOException">It is there and can't be opened.</exception>
    public static SafeFileHandle? TryOpenFolder(int parent, string name) =>
        Handle(OpenAt(parent, name, NoFollow | FolderOnly | Private), name);

    /// <summary>Opens a file for reading, or whatever is there but a link.</summary>
    /// <returns>Null when it is a link or a socket, not there, or not to be read.</returns>
    /// <exception cref="IOException">It is there and can't be opened.</exception>
    public static SafeFileHandle? TryOpenFile(int parent, string name) => Handle(OpenAt(parent, name, NoFollow | Private), name);

    /// <summary>Removes an entry of a folder.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    public static void Remove(SafeFileHandle parent, string name, bool folder)
    {
        const int notThere = 2;
        if (UnlinkAt(Number(parent), name, folder ? (s_mac ? 0x80 : RemoveFolder) : 0) != 0 && Marshal.GetLastPInvokeError() != notThere)
        {
            throw LastError($"'{name}' can't be removed");
        }
    }

    /// <summary>Gives an open file or folder to a user.</summary>
    /// <exception cref="IOException">It can't be given.</exception>
    public static void Own(SafeFileHandle file, uint user, uint group)
    {
        if (ChangeOwner(Number(file), user, group) != 0)
        {
            throw LastError($"A file can't be given to user {user}");
        }
    }

    public static int Number(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* result);

    [LibraryImport("libc", EntryPoint = "lstat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int StatOnMac(string path, byte* result);

    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    public static unsafe partial int StatOnMac(int file, byte* result);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnlinkAt(int folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    private static partial int ChangeOwner(int file, uint user, uint group);

    // ENOENT, ENXIO, EACCES, ENOTDIR, ELOOP (Linux, macOS); and not, say, that no descriptor is left.
    private static SafeFileHandle? Handle(int descriptor, string name) =>
        descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true)
        : Marshal.GetLastPInvokeError() is 2 or 6 or 13 or 20 or 40 or 62 ? null
        : throw LastError($"'{name}' can't be opened");

    private static IOException LastError(string what) => new($"{what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
}
