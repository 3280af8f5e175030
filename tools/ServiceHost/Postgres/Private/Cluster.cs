using System.Security.Cryptography;
using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Binaries;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using IntegrationSuite.ServiceHost.Postgres.Unix;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>An initialised data directory in the cache, one for each server version and set of settings, so that a start needs no <c>initdb</c>. Where root's server runs as another user, it is initialised by that user elsewhere and then copied: what is in the cache, this user wrote.</summary>
/// <param name="DataDirectory">To be copied, never run.</param>
/// <param name="Password">Its superuser's, until a run sets its own.</param>
internal sealed record Cluster(string DataDirectory, string Password)
{
    // Part of the key: an entry that was made by other rules is not used.
    private const string Rules = "2";

    /// <summary>The cluster, initialised if it is not there. Two first runs at once both work.</summary>
    /// <exception cref="SuiteException"><c>initdb</c> failed.</exception>
    public static async Task<Cluster> GetAsync(
        PostgresTools tools,
        PostgresBinaries binaries,
        DatabaseServerOptions options,
        CancellationToken cancel
    )
    {
        var folder = Path.Combine(PrivateFolder.Open(Path.Combine(tools.Cache, "clusters")), Key(tools, binaries));
        if (!Directory.Exists(folder))
        {
            await CacheEntry.CreateAsync(folder, building => InitialiseAsync(tools, binaries, options, building, cancel));
        }

        return new Cluster(Path.Combine(folder, "data"), await File.ReadAllTextAsync(Path.Combine(folder, "password"), cancel));
    }

    /// <summary>An upgrade replaces the program file, and so makes another cluster.</summary>
    private static string Key(PostgresTools tools, PostgresBinaries binaries)
    {
        var program =
            new FileInfo(binaries.Postgres).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(binaries.Postgres);
        var identity = string.Join(
            '\n',
            [Rules, program.FullName, program.Length, program.LastWriteTimeUtc.Ticks, tools.User?.Name, .. ServerSettings.Initdb]
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 8));
    }

    private static async Task InitialiseAsync(
        PostgresTools tools,
        PostgresBinaries binaries,
        DatabaseServerOptions options,
        string folder,
        CancellationToken cancel
    )
    {
        var password = DatabaseRole.NewPassword();
        await WritePrivatelyAsync(Path.Combine(folder, "password"), password, user: null, cancel);
        using var made = Private.DataDirectory.CreateEmpty(options, tools.User);
        var passwordFile = made.Path + ".password";
        await WritePrivatelyAsync(passwordFile, password, tools.User, cancel);
        var log = Path.Combine(tools.LogFolder, "initdb.log");
        var spec = new ProcessSpec(
            binaries.Initdb,
            [.. ServerSettings.Initdb, "-D", made.Path, $"--pwfile={passwordFile}"],
            made.Path,
            tools.Environment,
            log
        );
        if (await tools.RunAsync(tools.AsServerUser(spec), cancel) != 0)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresInitFailed,
                    $"PostgreSQL's data directory can't be initialised by {binaries.Initdb}.",
                    Log: log
                )
            );
        }
        DirectoryTree.Copy(made.Path, tools.User?.UserId ?? Users.Own, Path.Combine(folder, "data"), newOwner: null, cancel);
    }

    private static async Task WritePrivatelyAsync(string path, string text, UnprivilegedUser? user, CancellationToken cancel)
    {
        await using var file = new FileStream(path, PrivateFolder.File0600(FileMode.CreateNew, FileAccess.Write, FileShare.None));
        user?.Own(file.SafeFileHandle);
        await file.WriteAsync(Encoding.ASCII.GetBytes(text), cancel);
    }
}
