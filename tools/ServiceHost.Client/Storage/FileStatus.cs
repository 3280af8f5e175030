using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>What the system says of a file: .NET tells neither its owner nor its links (stat(2), statx(2)).</summary>
/// <param name="User">The owner's id.</param>
/// <param name="Group">The group's id.</param>
/// <param name="Mode">Its kind and permissions.</param>
/// <param name="Links">How many names it has.</param>
internal readonly record struct FileStatus(uint User, uint Group, int Mode, uint Links)
{
    private const int KindMask = 0xF000;
    private const int Room = 256;

    public bool IsFolder => (Mode & KindMask) == 0x4000;

    public bool IsFile => (Mode & KindMask) == 0x8000;

    public bool IsLink => (Mode & KindMask) == 0xA000;

    public bool IsSticky => (Mode & 0x200) != 0;

    public bool IsWritableByOthers => (Mode & 0x2) != 0;

    public bool IsWritableByGroup => (Mode & 0x10) != 0;

    /// <summary>Of what a path names; of a link, the link itself.</summary>
    /// <returns>Null when there is nothing, or this user can't see it.</returns>
    public static unsafe FileStatus? TryRead(string path)
    {
        var result = stackalloc byte[Room];
        var failed = OperatingSystem.IsMacOS()
            ? FileCalls.StatOnMac(path, result)
            : FileCalls.StatX(FileCalls.CurrentFolder, path, FileCalls.LinkItself, FileCalls.BasicStatus, result);
        return failed != 0 ? null : Parse(new ReadOnlySpan<byte>(result, Room));
    }

    /// <summary>Of an open file.</summary>
    public static unsafe FileStatus Read(SafeFileHandle file)
    {
        var result = stackalloc byte[Room];
        var failed = OperatingSystem.IsMacOS()
            ? FileCalls.StatOnMac(FileCalls.Number(file), result)
            : FileCalls.StatX(FileCalls.Number(file), "", FileCalls.EmptyPath, FileCalls.BasicStatus, result);
        return failed != 0 ? throw new IOException("An open file has no status.") : Parse(new ReadOnlySpan<byte>(result, Room));
    }

    // struct statx is the same on all of Linux; macOS has struct stat with 64-bit inodes.
    private static FileStatus Parse(ReadOnlySpan<byte> result) =>
        OperatingSystem.IsMacOS()
            ? new FileStatus(
                Word(result, 16),
                Word(result, 20),
                BinaryPrimitives.ReadUInt16LittleEndian(result[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(result[6..])
            )
            : new FileStatus(Word(result, 20), Word(result, 24), BinaryPrimitives.ReadUInt16LittleEndian(result[28..]), Word(result, 16));

    private static uint Word(ReadOnlySpan<byte> result, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(result[offset..]);
}
