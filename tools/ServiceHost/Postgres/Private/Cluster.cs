using System.Security.Cryptography;
using System.Text;
using ServiceHost.Client;
using ServiceHost.Postgres.Binaries;
using ServiceHost.Processes;

namespace ServiceHost.Postgres.Private;

/// <summary>An initialised data directory in the cache, one for each server version and set of settings, so that a start needs no <c>initdb</c>.</summary>
/// <param name="DataDirectory">To be copied, never run.</param>
/// <param name="Password">Its superuser's, until a run sets its own.</param>
internal sealed record Cluster(string DataDirectory, string Password)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The cluster, initialised if it is not there. Two first runs at once both work.</summary>
    /// <exception cref="SuiteException"><c>initdb</c> failed.</exception>
    public static async Task<Cluster> GetAsync(PostgresTools tools, PostgresBinaries binaries, CancellationToken cancel)
    {
        var folder = Path.Combine(tools.Cache, "clusters", Key(tools, binaries));
        if (!Directory.Exists(folder))
        {
            await CacheEntry.CreateAsync(folder, building => InitialiseAsync(tools, binaries, building, cancel));
        }

        return new Cluster(Path.Combine(folder, "data"), await File.ReadAllTextAsync(Path.Combine(folder, "password"), cancel));
    }

    /// <summary>A password that nobody guesses.</summary>
    public static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>An upgrade replaces the program file, and so makes another cluster.</summary>
    private static string Key(PostgresTools tools, PostgresBinaries binaries)
    {
        var program = new FileInfo(binaries.Postgres).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(binaries.Postgres);
        var identity = string.Join('\n', [program.FullName, program.Length, program.LastWriteTimeUtc.Ticks, tools.User?.Name, .. ServerSettings.Initdb]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 8));
    }

    private static async Task InitialiseAsync(PostgresTools tools, PostgresBinaries binaries, string folder, CancellationToken cancel)
    {
        var password = NewPassword();
        var passwordFile = Path.Combine(folder, "password");
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await WritePrivatelyAsync(passwordFile, password, cancel);
        tools.User?.Own(passwordFile); // initdb reads it
        tools.User?.Own(data);
        var log = Path.Combine(tools.LogFolder, "initdb.log");
        var spec = new ProcessSpec(binaries.Initdb, [.. ServerSettings.Initdb, "-D", data, $"--pwfile={passwordFile}"], data, tools.Environment, log);
        if (await tools.RunAsync(tools.AsServerUser(spec), cancel) != 0)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.PostgresInitFailed, $"PostgreSQL's data directory can't be initialised by {binaries.Initdb}.", Log: log));
        }
    }

    private static async Task WritePrivatelyAsync(string path, string text, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using var file = new StreamWriter(path, Encoding.ASCII, options);
        await file.WriteAsync(text.AsMemory(), cancel);
    }
}
