using IntegrationSuite.ServiceHost.Postgres.Unix;

namespace IntegrationSuite.ServiceHost.Postgres.Binaries;

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
        return Exists(binaries.Initdb) && Exists(binaries.Postgres) && (user is null || UnprivilegedUser.ReachesInto(folder));
    }

    // A link stays on the PATH when the package behind it is removed, and File.Exists says yes to it.
    private static bool Exists(string program) =>
        File.Exists(program) && File.ResolveLinkTarget(program, returnFinalTarget: true) is null or { Exists: true };

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
