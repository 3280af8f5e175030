using System.Security.Cryptography;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>Decides where private things of this user live: control sockets, locks, notes of ports, data of PostgreSQL, what was fetched. <c>docs/reference/security.md</c> has the table.</summary>
/// <remarks>Root's data and caches can be passed through, though not listed: its PostgreSQL runs as another user.</remarks>
internal static class PrivatePaths
{
    // Of sun_path's 104 bytes (macOS; 108 on Linux), what "/runs/<id>/control" and a random ending leave.
    private const int LongestParent = 40;

    /// <summary>The folder in memory that all users share.</summary>
    public const string MemoryFolder = "/dev/shm";

    private const string Prefix = "servicehost-";

    private static readonly Lazy<string> s_runtime = new(FindRuntime);

    /// <summary>Sockets, locks and notes of ports: a short path, the same for all runs of this user.</summary>
    /// <exception cref="SuiteException">None can be made: SUITE218.</exception>
    public static string Runtime => s_runtime.Value;

    /// <summary>In memory, for data that is thrown away.</summary>
    /// <returns>Null when there is no such place.</returns>
    public static string? Memory() => OperatingSystem.IsLinux() ? TryBase(MemoryFolder, Users.IsRoot, out _) : null;

    /// <summary>On disk, for the same.</summary>
    /// <returns>Null when there is no such place.</returns>
    public static string? Disk() => OperatingSystem.IsWindows() ? Runtime : TryBase("/var/tmp", Users.IsRoot, out _);

    /// <summary>What outlives runs: fetched programs and initialised servers. Root's can be passed through, for the user that its server runs as.</summary>
    /// <exception cref="SuiteException">The folder that <c>XDG_CACHE_HOME</c> names can't be used: SUITE218. Any other is replaced by one in the temporary folder.</exception>
    public static string Cache()
    {
        if (Users.IsRoot)
        {
            return TryWritable("/var/cache/servicehost", out _, passable: true) ?? Disk() ?? Path.Combine(Runtime, "cache");
        }
        // XDG Base Directory Specification: a relative path is to be ignored.
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } given && Path.IsPathRooted(given))
        {
            return TryWritable(Path.Combine(given, "servicehost"), out var whyNot, passable: false)
                ?? throw new SuiteException(
                    new SuiteError(
                        ErrorCodes.FolderNotSafe,
                        $"Nothing can be cached in '{given}', which the environment variable XDG_CACHE_HOME names: {whyNot} Correct or unset XDG_CACHE_HOME."
                    )
                );
        }
        return (OfHome() is { } home ? TryWritable(home, out _, passable: false) : null)
            ?? PrivateFolder.Open(Path.Combine(Runtime, "cache"));
    }

    private static string? OfHome() =>
        OperatingSystem.IsWindows() ? Below(Environment.SpecialFolder.LocalApplicationData, "servicehost")
        : OperatingSystem.IsMacOS() ? Below(Environment.SpecialFolder.UserProfile, "Library", "Caches", "servicehost")
        : Below(Environment.SpecialFolder.UserProfile, ".cache", "servicehost");

    private static string? Below(Environment.SpecialFolder folder, params string[] names) =>
        Environment.GetFolderPath(folder) is { Length: > 0 } path && Path.IsPathRooted(path) ? Path.Combine([path, .. names]) : null;

    // That a folder is there does not say that one can write to it: a read-only mount, a quota.
    private static string? TryWritable(string path, out string whyNot, bool passable)
    {
        if (PrivateFolder.TryOpen(path, out whyNot, passable) is null)
        {
            return null;
        }
        try
        {
            using var probe = new FileStream(
                Path.Combine(path, $".{Guid.NewGuid():N}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            whyNot = e.Message;
            return null;
        }
    }

    // Not TMPDIR first: what all runs of a user share must not depend on one shell's environment.
    private static string FindRuntime()
    {
        if (OperatingSystem.IsWindows())
        {
            return PrivateFolder.Open(OfHome()!);
        }
        var reasons = new List<string>();
        foreach (
            var parent in new[]
            {
                "/tmp",
                Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"),
                Environment.GetEnvironmentVariable("TMPDIR"),
            }
                .OfType<string>()
                .Distinct()
        )
        {
            if (!Path.IsPathRooted(parent) || parent.Length > LongestParent)
            {
                reasons.Add($"'{parent}' is {(parent.Length > LongestParent ? "too long for a socket's path" : "not absolute")}.");
            }
            else if (TryBase(parent, passable: false, out var whyNot) is { } found)
            {
                return found;
            }
            else
            {
                reasons.Add(whyNot);
            }
        }
        throw new SuiteException(
            new SuiteError(
                ErrorCodes.FolderNotSafe,
                $"There is no folder for sockets and locks: {string.Join(" ", reasons)} Set XDG_RUNTIME_DIR to a short folder of your own."
            )
        );
    }

    /// <summary>This user's folder in one that all users share.</summary>
    private static string? TryBase(string shared, bool passable, out string whyNot)
    {
        var usual = Path.Combine(shared, Prefix + Users.Own);
        if (TryWritable(usual, out whyNot, passable) is { } path)
        {
            return path;
        }
        // Another user took the name, or this user's own folder is not safe: one with a name that nobody guesses. What is owned by this user, this user made.
        // That name may be gone again by now: so whoever swaps folders there keeps nobody from the other.
        if (!Directory.Exists(shared) || PathTrust.WhyNot(shared) is not null)
        {
            return null;
        }
        var others = Directory
            .EnumerateDirectories(shared, $"{Prefix}{Users.Own}-*")
            .Where(folder => FileStatus.TryRead(folder)?.User == Users.Own)
            .Order(StringComparer.Ordinal);
        return others
            .Append($"{usual}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}")
            .Select(folder => TryWritable(folder, out _, passable))
            .FirstOrDefault(folder => folder is not null);
    }
}
