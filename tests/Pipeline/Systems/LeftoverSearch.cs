using System.Globalization;
using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Processes;

namespace Pipeline.Systems;

/// <summary>Looks for what a system left behind, without the tool's own eyes: in <c>/proc</c> and in the table of listening sockets.</summary>
internal static class LeftoverSearch
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Fails the test unless within 10 s (issue 3) no process of the system lives and all its ports are free.</summary>
    public static Task AssertNoneAsync(SmallSystem system) =>
        Until.TrueAsync(
            () => Find(system).Count == 0,
            () => $"Left behind: {string.Join(Environment.NewLine, Find(system))}{Environment.NewLine}{system.OwnLog}",
            s_patience
        );

    /// <summary>Fails the test if files of the system lie outside its folder: the data of a database, a control pipe. What a killed supervisor left goes with the next start.</summary>
    public static void AssertNoFiles(SmallSystem system)
    {
        var files = new[] { "/tmp", "/dev/shm", "/var/tmp" }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, $"servicehost-{Users.Own}*"))
            .Select(own => Path.Combine(own, "runs"))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(run => IsOf(run, system));
        Assert.AreEqual("", string.Join(Environment.NewLine, files));
    }

    private static bool IsOf(string run, SmallSystem system)
    {
        try
        {
            return File.ReadAllText(Path.Combine(run, "lock")).EndsWith($"\n{system.Options.RunDirectory}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // another test's, which lives or is just removed
        }
    }

    /// <summary>Kills what is left: at the end of a test that failed. All of it is provably the system's own.</summary>
    /// <returns>What there was.</returns>
    public static IReadOnlyList<int> Kill(SmallSystem system)
    {
        // A supervisor that has not written its state yet, or has just ended, carries no mark; its log and its lock are open.
        var left = Processes(system).Union(Pids().Where(pid => pid != Environment.ProcessId && HasOpen(pid, system.Folder))).ToList();
        left.ForEach(pid => Signals.Send(pid, ProcessSignal.Kill));
        return left;
    }

    /// <summary>Ends the nodes that MSBuild kept for the next build.</summary>
    public static void EndBuildNodes(SmallSystem system) =>
        Processes(system).Where(IsBuildNode).ToList().ForEach(pid => Signals.Send(pid, ProcessSignal.Kill));

    /// <summary>The processes of a system.</summary>
    public static IReadOnlyList<int> Processes(SmallSystem system)
    {
        var marks = new[] { $"{SmallSystem.MarkVariable}={system.Folder}", $"{RunState.IdVariable}={system.State?.RunId ?? "none"}" };
        var supervisor = system.State?.Supervisor;
        return
        [
            .. Pids()
                .Where(pid =>
                    pid != Environment.ProcessId
                    && (
                        Array.Exists(marks, mark => Read(pid, "environ").Contains(mark, StringComparison.Ordinal))
                        || Read(pid, "cmdline").Contains(system.Folder, StringComparison.Ordinal)
                        || (pid == supervisor?.Pid && supervisor.IsAlive())
                    )
                ),
        ];
    }

    private static List<string> Find(SmallSystem system) =>
        [
            .. Processes(system)
                .Where(pid => !(system.KeepsBuildNodes && IsBuildNode(pid)))
                .Select(pid => $"process {pid}: {Read(pid, "cmdline").Replace('\0', ' ')}"),
            .. system.Ports.Where(port => !TestPort.IsFree(port)).Select(port => $"port {port}"),
        ];

    private static bool IsBuildNode(int pid) => Read(pid, "cmdline").Contains("/nodemode:", StringComparison.Ordinal);

    private static IEnumerable<int> Pids() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    private static bool HasOpen(int pid, string folder)
    {
        try
        {
            return Directory
                .EnumerateFiles($"/proc/{pid}/fd")
                .Any(link => new FileInfo(link).LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }

    private static string Read(int pid, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended, or is another user's
        }
    }
}
