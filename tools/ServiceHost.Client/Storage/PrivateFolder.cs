using System.Runtime.Versioning;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>Makes and opens folders that no other user can read or change. Whatever is private goes into one of these.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Root's server runs as another user, who must get through to its data.
    private const UnixFileMode Passable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes it, or opens it when it is this user's and nobody else could have written there.</summary>
    /// <param name="path">Its absolute path; folders above it that are missing are made, private too.</param>
    /// <param name="passable">Others may pass through it to what they are given below it; they can't list it.</param>
    /// <param name="below">See <see cref="PathTrust.WhyNot(string, string?)"/>.</param>
    /// <returns>The path.</returns>
    /// <exception cref="SuiteException">It is not safe: SUITE218.</exception>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be made.</exception>
    public static string Open(string path, bool passable = false, string? below = null)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName; // the profile's access list is inherited
        }
        if (below is not null)
        {
            MakeParents(path, below);
        }
        if (WhyNot(path, below) is { } reason)
        {
            throw NotSafe(path, reason);
        }
        Directory.CreateDirectory(path, OwnerOnly);
        var wanted = passable ? Passable : OwnerOnly;
        if (File.GetUnixFileMode(path) != wanted)
        {
            File.SetUnixFileMode(path, wanted); // refused for another user's
        }
        // Looked at again: between the first look and the making, somebody may have been faster.
        return WhyNot(path, below) is { } late ? throw NotSafe(path, late) : path;
    }

    /// <summary>Looks whether it could be opened; makes and changes nothing.</summary>
    /// <returns>Null when it could.</returns>
    public static SuiteError? WhyNotSafe(string path, string? below = null) =>
        !OperatingSystem.IsWindows() && WhyNot(path, below) is { } reason ? NotSafe(path, reason).Errors[0] : null;

    /// <summary>Whether a folder is there that this user made, and nobody else can write to.</summary>
    public static bool IsOwn(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.Exists(path)
            : FileStatus.TryRead(path) is { IsFolder: true, IsWritableByOthers: false } status && status.User == Users.Own;

    /// <summary>The same where another folder will do.</summary>
    /// <returns>Null, and why, when it can't be used.</returns>
    public static string? TryOpen(string path, out string whyNot, bool passable = false)
    {
        try
        {
            whyNot = "";
            return Open(path, passable);
        }
        catch (SuiteException e)
        {
            whyNot = e.Errors[0].Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            whyNot = e.Message;
        }
        return null;
    }

    /// <summary>A file that only this user reads.</summary>
    public static FileStreamOptions File0600(FileMode mode, FileAccess access, FileShare share) =>
        OperatingSystem.IsWindows()
            ? new FileStreamOptions
            {
                Mode = mode,
                Access = access,
                Share = share,
            }
            : new FileStreamOptions
            {
                Mode = mode,
                Access = access,
                Share = share,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };

    // In a project they are for everybody to read who may read the project; what a generous umask allows to all to write is taken back.
    [UnsupportedOSPlatform("windows")]
    private static void MakeParents(string path, string below)
    {
        var parent = Path.GetDirectoryName(path)!;
        if (parent.Length <= below.Length || !parent.StartsWith(below, StringComparison.Ordinal))
        {
            return;
        }
        MakeParents(parent, below);
        Directory.CreateDirectory(parent);
        if (FileStatus.TryRead(parent) is { IsFolder: true, IsWritableByOthers: true } status && status.User == Users.Own)
        {
            File.SetUnixFileMode(parent, File.GetUnixFileMode(parent) & ~UnixFileMode.OtherWrite);
        }
    }

    private static SuiteException NotSafe(string path, string reason) =>
        new(
            new SuiteError(
                ErrorCodes.FolderNotSafe,
                $"The folder '{path}' is not safe to use: {reason}. Nothing was written there. Remove it or take the permission away, or choose another folder."
            )
        );

    // A link in its own place is never right, even this user's own: links lead to what was not made for this.
    private static string? WhyNot(string path, string? below) =>
        PathTrust.WhyNot(Path.GetDirectoryName(path)!, below)
        ?? (
            FileStatus.TryRead(path) is not { } status ? null
            : status.IsLink ? $"'{path}' is a link"
            : status.User != Users.Own ? $"'{path}' belongs to {Users.Describe(status.User)}"
            : PathTrust.WhyNot(path, status with { Mode = status.Mode & ~0x200 })
        );
}
