using System.Globalization;
using System.Text;

namespace ServiceHost.Client;

/// <summary>The processes of this machine, as <c>/proc</c> shows them (Linux; empty elsewhere).</summary>
public static class ProcessTable
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProcessStat> All() => Pids().Select(ProcessStat.TryRead).OfType<ProcessStat>();

    /// <summary>Those whose mark starts so. They are found wherever they hid: other groups, other sessions, other parents.</summary>
    /// <param name="variable">The variable that marks them.</param>
    /// <param name="prefix">What its value begins with.</param>
    public static IReadOnlyList<ProcessStat> Marked(string variable, string prefix)
    {
        var mark = Encoding.UTF8.GetBytes($"{variable}={prefix}");
        return [.. Pids().Where(pid => pid != Environment.ProcessId && ReadBytes(pid, "environ").AsSpan().IndexOf(mark) >= 0)
            .Select(ProcessStat.TryRead).OfType<ProcessStat>().Where(process => !process.IsZombie)];
    }

    /// <summary>A variable of a process's environment as it was when it started.</summary>
    public static string? Variable(int pid, string name) =>
        Encoding.UTF8.GetString(ReadBytes(pid, "environ")).Split('\0')
            .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(pair => pair[(name.Length + 1)..]).FirstOrDefault();

    /// <summary>A process's command line, as a person would type it.</summary>
    public static string CommandLine(int pid)
    {
        var text = Encoding.UTF8.GetString(ReadBytes(pid, "cmdline")).Replace('\0', ' ').ReplaceLineEndings(" ").Trim(); // an error is one line
        return text.Length > 0 ? text : "(unknown)";
    }

    /// <summary>The ids of all processes.</summary>
    public static IEnumerable<int> Pids() => !Directory.Exists("/proc") ? [] :
        Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0);

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
