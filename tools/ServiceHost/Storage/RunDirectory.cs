using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Storage;

/// <summary>A run's own directory in a private folder: <c>runs/NAME/</c>, with a file that the run's supervisor keeps locked as long as it lives. The kernel unlocks it with the process, and tells it in every container that shares the folder; so nobody goes by process ids to see whether a run is dead.</summary>
internal sealed class RunDirectory : IDisposable
{
    private const string Runs = "runs";
    private const string LockName = "lock";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly string _base;
    private readonly FileStream _lock;

    private RunDirectory(string @base, string path, FileStream held) => (_base, Path, _lock) = (@base, path, held);

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>The run's id; empty when its supervisor was killed before it wrote that.</summary>
    public string RunId { get; private init; } = "";

    /// <summary>The folder that the run was started in (<see cref="LaunchOptions.RunDirectory"/>).</summary>
    public string StartedIn { get; private init; } = "";

    /// <summary>Makes it and locks it.</summary>
    /// <param name="base">The private folder, which was opened as such.</param>
    /// <param name="runId">The run.</param>
    /// <param name="startedIn">The folder that the run was started in.</param>
    public static RunDirectory Create(string @base, string runId, string startedIn)
    {
        using var turn = TakeTurn(@base); // else a look for dead runs would find it made and not yet locked
        var path = PrivateFolder.Open(PathOf(@base, runId), IsPassable(@base), below: @base);
        var file = Lock(System.IO.Path.Combine(path, LockName), FileMode.CreateNew);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            writer.Write($"{runId}\n{startedIn}");
        }
        return new RunDirectory(@base, path, file) { RunId = runId, StartedIn = startedIn };
    }

    /// <summary>Where it is.</summary>
    public static string PathOf(string @base, string runId) => System.IO.Path.Combine(@base, Runs, RunName.Of(runId));

    /// <summary>Takes over those whose runs are dead: nobody else does until they are disposed, which removes them.</summary>
    /// <param name="base">The private folder.</param>
    /// <param name="chosen">Which of them.</param>
    public static IReadOnlyList<RunDirectory> TakeDead(string @base, Predicate<RunDirectory> chosen)
    {
        if (!Directory.Exists(System.IO.Path.Combine(@base, Runs)))
        {
            return [];
        }
        using var turn = TakeTurn(@base);
        return
        [
            .. Directory
                .EnumerateDirectories(System.IO.Path.Combine(@base, Runs))
                .Select(path => TryTake(@base, path))
                .OfType<RunDirectory>()
                .Where(dead => dead.IsChosen(chosen)),
        ];
    }

    /// <summary>Whether a run lives that was started in a folder, which may have been removed under it.</summary>
    public static bool IsAnyAlive(string @base, string startedIn)
    {
        if (!Directory.Exists(System.IO.Path.Combine(@base, Runs)))
        {
            return false;
        }
        using var turn = TakeTurn(@base);
        return Directory
            .EnumerateDirectories(System.IO.Path.Combine(@base, Runs))
            .Select(path => System.IO.Path.Combine(path, LockName))
            .Any(file => PlainFile.TryReadSmall(file) is { } text && Parse(text).StartedIn == startedIn && RunLockFile.IsHeld(file));
    }

    /// <summary>Removes it with all that is in it.</summary>
    /// <exception cref="IOException">Something can't be removed.</exception>
    public void Dispose()
    {
        using (_lock)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(Path).Where(entry => System.IO.Path.GetFileName(entry) != LockName))
            {
                DirectoryTree.Remove(entry);
            }
            using var turn = TakeTurn(_base); // without its lock it would look dead
            DirectoryTree.Remove(Path);
        }
    }

    /// <summary>Gives it up and leaves it as it is.</summary>
    public void Leave() => _lock.Dispose();

    private bool IsChosen(Predicate<RunDirectory> chosen)
    {
        if (chosen(this))
        {
            return true;
        }
        Leave();
        return false;
    }

    private static RunDirectory? TryTake(string @base, string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
        try
        {
            var held = Lock(file, FileMode.OpenOrCreate);
            var (runId, startedIn) = Parse(new StreamReader(held).ReadToEnd());
            return new RunDirectory(@base, path, held) { RunId = runId, StartedIn = startedIn };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it lives, or is just being removed
        }
    }

    // A folder's name may have line ends.
    private static (string RunId, string StartedIn) Parse(string text) =>
        text.Split('\n', 2) is [var runId, var startedIn] ? (runId, startedIn) : ("", "");

    // Its holders only make a folder or look at some.
    private static FileStream TakeTurn(string @base)
    {
        var file = System.IO.Path.Combine(
            PrivateFolder.Open(System.IO.Path.Combine(@base, Runs), IsPassable(@base), below: @base),
            LockName
        );
        while (true)
        {
            try
            {
                return Lock(file, FileMode.OpenOrCreate);
            }
            catch (IOException e) when (RunLockFile.IsLocked(e))
            {
                Thread.Sleep(s_pause);
            }
        }
    }

    private static bool IsPassable(string @base) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(@base).HasFlag(UnixFileMode.OtherExecute);

    private static FileStream Lock(string file, FileMode mode) =>
        new(file, PrivateFolder.File0600(mode, FileAccess.ReadWrite, FileShare.None));
}
