using System.Diagnostics;
using System.Globalization;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Unix;

/// <summary>PostgreSQL's one System V segment, by which a server knows that its data directory is in use. A killed server leaves it for ever.</summary>
internal static class SharedMemory
{
    private const string Table = "/proc/sysvipc/shm";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>Frees the segment that a data directory's <c>postmaster.pid</c> names, if it is provably that server's: made by its process, which is gone, and its user, and attached by nobody.</summary>
    /// <param name="dataDirectory">The data directory of a server that has ended.</param>
    public static void FreeLeftBy(string dataDirectory)
    {
        var lockFile = Path.Combine(dataDirectory, "postmaster.pid");
        if (!File.Exists(Table) || FileStatus.TryRead(dataDirectory) is not { } owned || PlainFile.TryReadSmall(lockFile) is not { } text)
        {
            return; // it ended by itself and freed the segment; or there is no such table to prove anything by
        }

        // postmaster.pid: process id, data directory, start time, port, socket, address, "key id" (PostgreSQL, miscadmin.h).
        var lines = text.Split('\n');
        if (
            lines.ElementAtOrDefault(6)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var id]
            && int.TryParse(id, CultureInfo.InvariantCulture, out var segment)
            && IsLeft(new Maker(lines[0].Trim(), owned.User.ToString(CultureInfo.InvariantCulture)), id)
        )
        {
            _ = Libc.ControlSharedMemory(segment, Libc.RemoveSegment, 0);
        }
    }

    /// <summary>The server's children end by themselves once they see that it is gone; until then they are attached.</summary>
    private static bool IsLeft(Maker creator, string id)
    {
        var waited = Stopwatch.StartNew();
        while (AttachedTo(creator, id) is { } attached)
        {
            if (attached == 0)
            {
                return true;
            }

            if (waited.Elapsed > s_patience)
            {
                break;
            }

            Thread.Sleep(5);
        }

        return false;
    }

    // Columns of the table: key shmid perms size cpid lpid nattch uid gid cuid … (proc(5)).
    private static int? AttachedTo(Maker creator, string id) =>
        File.ReadLines(Table)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1] == id && fields[4] == creator.Process && fields[9] == creator.User)
            .Select(fields => (int?)int.Parse(fields[6], CultureInfo.InvariantCulture))
            .FirstOrDefault();

    private sealed record Maker(string Process, string User);
}
