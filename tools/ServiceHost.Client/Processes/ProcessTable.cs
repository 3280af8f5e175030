using System.Globalization;
using System.Text;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The processes of this machine, as <c>/proc</c> shows them (Linux; empty elsewhere).</summary>
public static class ProcessTable
{
    /// <summary>The environment variable that marks the processes of a run with its id.</summary>
    public const string RunVariable = "SERVICEHOST_RUN_ID";

    /// <summary>The environment variable that names the service whose process it is, or of whose one it was started.</summary>
    public const string ServiceVariable = "SERVICEHOST_SERVICE";

    /// <summary>All of them.</summary>
    public static IEnumerable<ProcessStat> All() => Pids().Select(ProcessStat.TryRead).OfType<ProcessStat>();

    /// <summary>Those of this user whose mark is so, but this process and those above it. They are found wherever they hid: other groups, other sessions, other parents.</summary>
    /// <param name="variable">The variable that marks them.</param>
    /// <param name="isMark">Looks at its value.</param>
    public static IReadOnlyList<ProcessStat> Marked(string variable, Predicate<string> isMark)
    {
        var spared = Ancestors();
        return
        [
            .. Pids()
                .Where(pid => !spared.Contains(pid) && IsOfThisUser(pid) && Variable(pid, variable) is { Length: > 0 } mark && isMark(mark))
                .Select(ProcessStat.TryRead)
                .OfType<ProcessStat>()
                .Where(process => !process.IsZombie),
        ];
    }

    /// <summary>Whether a process is provably of a run: this user's, marked with the run's id, neither init nor this process nor one above it.</summary>
    /// <param name="pid">Its id, which a file may have named.</param>
    /// <param name="runId">The run.</param>
    public static bool IsOfRun(int pid, string runId) =>
        pid > 1 && !Ancestors().Contains(pid) && IsOfThisUser(pid) && Variable(pid, RunVariable) == runId;

    /// <summary>Whether a process is this user's. What root starts may give up root, and is root's still.</summary>
    public static bool IsOfThisUser(int pid) =>
        Users.IsRoot || FileStatus.TryRead($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}") is { } status && status.User == Users.Own;

    // This process, its parent, and so on up to the first.
    private static HashSet<int> Ancestors()
    {
        var above = new HashSet<int>();
        for (var pid = Environment.ProcessId; pid > 0 && above.Add(pid); pid = ProcessStat.TryRead(pid)?.Parent ?? 0) { }
        return above;
    }

    /// <summary>A variable of a process's environment as it was when it started.</summary>
    public static string? Variable(int pid, string name) =>
        Encoding
            .UTF8.GetString(ReadBytes(pid, "environ"))
            .Split('\0')
            .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(pair => pair[(name.Length + 1)..])
            .FirstOrDefault();

    /// <summary>A process's command line, as a person would type it.</summary>
    public static string CommandLine(int pid)
    {
        var text = Encoding.UTF8.GetString(ReadBytes(pid, "cmdline")).Replace('\0', ' ').ReplaceLineEndings(" ").Trim(); // an error is one line
        return text.Length > 0 ? text : "(unknown)";
    }

    /// <summary>The ids of all processes.</summary>
    public static IEnumerable<int> Pids() =>
        !Directory.Exists("/proc")
            ? []
            : Directory
                .EnumerateDirectories("/proc")
                .Select(path =>
                    int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0
                )
                .Where(pid => pid > 1); // nobody has business with init

    private static byte[] ReadBytes(int pid, string file)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{pid}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // it has ended, or is another user's
        }
    }
}
