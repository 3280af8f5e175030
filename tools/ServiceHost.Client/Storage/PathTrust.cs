namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>Whether other users can change where a path leads. When none can, a path is as good as a descriptor.</summary>
internal static class PathTrust
{
    private const int MostLinks = 40; // Linux, path_resolution(7)

    /// <summary>Looks at a folder, those above it, and the links on the way. What does not exist yet is no obstacle.</summary>
    /// <param name="folder">Its absolute path.</param>
    /// <param name="below">A folder that is trusted with all above it, as that of the manifest is: who may write there decides what runs.</param>
    /// <returns>In words, which part of the path another user can change; null when none.</returns>
    public static string? WhyNot(string folder, string? below = null)
    {
        var (at, links) = ("/", 0);
        var rest = new Stack<string>(Parts(folder).Reverse());
        if (folder == below)
        {
            return null;
        }
        if (below is not null && IsBelow(folder, below))
        {
            at = below;
            rest = new Stack<string>(Parts(folder[below.Length..]).Reverse());
        }
        while (rest.TryPop(out var name))
        {
            var next = Path.Combine(at, name);
            if (FileStatus.TryRead(next) is not { } status)
            {
                return null;
            }
            if (WhyNot(next, status) is { } reason)
            {
                return reason;
            }
            if (status is { IsFolder: false, IsLink: false })
            {
                return null; // nothing can be made below it, and whoever tries is told
            }
            if (!status.IsLink)
            {
                at = next;
                continue;
            }
            if (++links > MostLinks || new FileInfo(next).LinkTarget is not { } target)
            {
                return $"'{next}' is a link without an end";
            }
            at = Path.IsPathRooted(target) ? "/" : at;
            Array.ForEach([.. Parts(target).Reverse()], rest.Push);
        }
        return null;
    }

    /// <summary>The same for one folder or link, by its status.</summary>
    public static string? WhyNot(string path, FileStatus status) =>
        !Users.IsTrusted(status.User) ? $"'{path}' belongs to {Users.Describe(status.User)}"
        : status.IsLink || !status.IsFolder ? null
        : status.IsSticky ? null // there, only the owner of an entry replaces it
        : status.IsWritableByOthers ? $"'{path}' can be written by every user"
        : status.IsWritableByGroup && !Users.IsOwnGroup(status.Group) ? $"'{path}' can be written by a group of users"
        : null;

    private static bool IsBelow(string folder, string above) =>
        folder.StartsWith(above.TrimEnd('/') + "/", StringComparison.Ordinal) && !Parts(folder).Contains("..");

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
