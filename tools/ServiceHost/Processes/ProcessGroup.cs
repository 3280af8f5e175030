using ServiceHost.Client;

namespace ServiceHost.Processes;

/// <summary>Who belongs to a process group.</summary>
internal static class ProcessGroup
{
    /// <summary>The ids of its living members. Where there is no <c>/proc</c>, the group's own id stands for all of them.</summary>
    public static IReadOnlyList<int> Members(int group)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Posix.Kill(-group, 0) == 0 ? [group] : [];
        }
        return [.. ProcessTable.All().Where(process => process.Group == group && !process.IsZombie).Select(process => process.Pid)];
    }
}
