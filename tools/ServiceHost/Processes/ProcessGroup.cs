using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Who belongs to a process group.</summary>
internal static class ProcessGroup
{
    private static readonly SharedRead<ILookup<int, int>> s_groups = new(() =>
        ProcessTable.All().Where(process => !process.IsZombie).ToLookup(process => process.Group, process => process.Pid)
    );

    /// <summary>The ids of its living members. Where there is no <c>/proc</c>, the group's own id stands for all of them.</summary>
    public static async Task<IReadOnlyList<int>> MembersAsync(int group)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Posix.Kill(-group, 0) == 0 ? [group] : [];
        }
        return [.. (await s_groups.ReadAsync())[group]];
    }
}
