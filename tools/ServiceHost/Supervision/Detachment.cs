using System.Globalization;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Cuts the supervisor off from whoever started it: his terminal, his pipes, his locks. A background process that keeps a build's stdout open would keep the build from ending.</summary>
internal static class Detachment
{
    private const int ReadWrite = 2;

    /// <summary>Leaves the session of whoever started us, so that neither his Ctrl+C nor his terminal's end reaches us. Adopts orphans.</summary>
    public static void LeaveSession()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Posix.NewSession(); // refused when a shell made us a group leader already, which is as good
            _ = Posix.SetSignalHandler(Posix.SignalChild, 0); // inherited as "ignore", no exit code would ever be seen
            Posix.BecomeSubreaper();
        }
    }

    /// <summary>Puts a log in place of stdout and stderr, and nothing in place of stdin.</summary>
    public static void LeavePipes(string log)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // handles are inherited only where .NET is told so
        }
        var nothing = Posix.Open("/dev/null", ReadWrite, 0);
        CloseForeign(nothing);
        var file = Posix.Open(log, Posix.OpenAppend, Posix.OwnerOnly); // not before: it would be closed as foreign
        _ = Posix.Duplicate(nothing, 0);
        _ = Posix.Duplicate(file, 1);
        _ = Posix.Duplicate(file, 2);
        _ = Posix.Close(nothing);
        _ = Posix.Close(file);
    }

    // .NET marks all of its own descriptors close-on-exec; one without that mark came from whoever started us (a lock of flock(1), say).
    // The runtime also keeps copies of the first stdin, stdout and stderr: those are made to lead nowhere.
    private static void CloseForeign(int nothing)
    {
        var descriptors = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd") : [];
        var links = descriptors.ToDictionary(
            path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture),
            path => new FileInfo(path).LinkTarget
        );
        var standard = links.Where(link => link.Key <= 2).Select(link => link.Value).ToHashSet();
        foreach (var (descriptor, target) in links.Where(link => link.Key > 2 && link.Key != nothing))
        {
            if (standard.Contains(target))
            {
                _ = Posix.Duplicate(nothing, descriptor);
                Posix.CloseOnExec(descriptor);
            }
            else if (Posix.IsInheritable(descriptor))
            {
                _ = Posix.Close(descriptor);
            }
        }
    }
}
