using ServiceHost.Postgres.Unix;

namespace ServiceHost.Postgres.Binaries;

/// <summary>A PostgreSQL server's programs.</summary>
/// <param name="Folder">The absolute folder of <c>initdb</c> and <c>postgres</c>.</param>
internal sealed record PostgresBinaries(string Folder)
{
    public string Initdb => Program("initdb");

    public string Postgres => Program("postgres");

    /// <summary>Both programs are there, and the user that will run them gets to them.</summary>
    public static bool Are(string folder, UnprivilegedUser? user)
    {
        var binaries = new PostgresBinaries(folder);
        return File.Exists(binaries.Initdb) && File.Exists(binaries.Postgres) && (user is null || UnprivilegedUser.ReachesInto(folder));
    }

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
