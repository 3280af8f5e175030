using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client.Storage;
using Microsoft.Win32.SafeHandles;

namespace IntegrationSuite.ServiceHost.Storage;

/// <summary>Copies and removes folders in which another user may still be at work, such as the one that root's server runs as. Each step goes by the descriptor of the folder it is in, and follows no link: only what is really there is copied or removed.</summary>
internal static class DirectoryTree
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes a folder, if it is there.</summary>
    /// <exception cref="IOException">Something can't be removed.</exception>
    public static void Remove(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            return;
        }
        using var parent = FileCalls.TryOpenFolder(FileCalls.CurrentFolder, Path.GetDirectoryName(path)!);
        if (parent is not null)
        {
            Remove(parent, Path.GetFileName(path), path);
        }
    }

    /// <summary>Copies a folder, whose files must all belong to one user, to where only this user may write.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="owner">Whose files these are.</param>
    /// <param name="target">Made; must not exist.</param>
    /// <param name="newOwner">Who gets the copy, user and group, once it is whole; null is this user.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="IOException">There is a link, a device or another user's file; or a copy can't be written.</exception>
    public static void Copy(string source, uint owner, string target, (uint User, uint Group)? newOwner, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            Client.Staging.Copy(source, target);
            return;
        }
        using var folder =
            FileCalls.TryOpenFolder(FileCalls.CurrentFolder, source) ?? throw new IOException($"'{source}' is not a folder.");
        Copy(folder, source, owner, target, newOwner, cancel);
    }

    // The names are read by path, which somebody may lead elsewhere; what they name is opened in this very folder, or not at all.
    private static void Remove(SafeFileHandle parent, string name, string path)
    {
        using (var folder = FileCalls.TryOpenFolder(FileCalls.Number(parent), name))
        {
            if (folder is null)
            {
                FileCalls.Remove(parent, name, folder: false);
                return;
            }
            foreach (var entry in Names(path))
            {
                Remove(folder, entry, Path.Combine(path, entry));
            }
        }
        FileCalls.Remove(parent, name, folder: true);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Copy(
        SafeFileHandle folder,
        string path,
        uint owner,
        string target,
        (uint User, uint Group)? newOwner,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(target, OwnerOnly);
        foreach (var name in Names(path))
        {
            cancel.ThrowIfCancellationRequested();
            var (from, to) = (Path.Combine(path, name), Path.Combine(target, name));
            using var inner = FileCalls.TryOpenFolder(FileCalls.Number(folder), name);
            if (inner is not null)
            {
                Copy(inner, from, owner, to, newOwner, cancel);
                continue;
            }
            using var file =
                FileCalls.TryOpenFile(FileCalls.Number(folder), name) ?? throw new IOException($"'{from}' is a link, or can't be read.");
            CopyFile(file, from, owner, to, newOwner);
        }
        // Last, so that the new owner gets in only when nothing is written there any more.
        if (newOwner is { } user)
        {
            using var copy = FileCalls.TryOpenFolder(FileCalls.CurrentFolder, target) ?? throw new IOException($"'{target}' is gone.");
            FileCalls.Own(copy, user.User, user.Group);
        }
    }

    private static void CopyFile(SafeFileHandle file, string path, uint owner, string target, (uint User, uint Group)? newOwner)
    {
        var status = FileStatus.Read(file);
        if (!status.IsFile || status.User != owner || status.Links != 1)
        {
            throw new IOException($"'{path}' is not a plain file of {Users.Describe(owner)}.");
        }
        using var from = new FileStream(file, FileAccess.Read, bufferSize: 0);
        using var to = new FileStream(target, PrivateFolder.File0600(FileMode.CreateNew, FileAccess.Write, FileShare.None));
        from.CopyTo(to);
        if (newOwner is { } user)
        {
            FileCalls.Own(to.SafeFileHandle, user.User, user.Group);
        }
    }

    private static List<string> Names(string path)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))];
        }
        catch (DirectoryNotFoundException)
        {
            return []; // somebody moved it: it is then found not empty, or gone
        }
    }
}
