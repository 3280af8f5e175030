using System.Globalization;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>This user, and whom it trusts with its files.</summary>
internal static class Users
{
    private const uint Root = 0;

    /// <summary>This process's user id; 0 on Windows.</summary>
    public static uint Own { get; } = OperatingSystem.IsWindows() ? 0 : FileCalls.EffectiveUser();

    public static bool IsRoot => !OperatingSystem.IsWindows() && Own == Root;

    // In a user namespace, root's files may show as those of a user that the namespace does not have (user_namespaces(7)).
    private static readonly uint? s_unmapped = IsInUserNamespace()
        ? uint.Parse(ReadLine("/proc/sys/kernel/overflowuid") ?? "65534", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether what this user owns can be taken for this user's own, or root's.</summary>
    public static bool IsTrusted(uint user) => user == Own || user == Root || user == s_unmapped;

    /// <summary>Whether a group has no member but this user, as many systems make one for each user.</summary>
    public static bool IsOwnGroup(uint group)
    {
        var id = group.ToString(CultureInfo.InvariantCulture);
        var found = Entries("/etc/group").FirstOrDefault(fields => fields.Length > 3 && fields[2] == id);
        var own = NameOf(Own);
        return found is not null
            && found[3].Split(',', StringSplitOptions.RemoveEmptyEntries).All(member => member == own)
            && Entries("/etc/passwd").Where(fields => fields.Length > 3 && fields[3] == id).All(fields => fields[0] == own);
    }

    /// <summary>In words.</summary>
    public static string Describe(uint user) => NameOf(user) is { } name ? $"the user {name}" : $"the user {user}";

    /// <summary>The entries of a user database such as <c>/etc/passwd</c>.</summary>
    public static IEnumerable<string[]> Entries(string file) =>
        File.Exists(file) ? File.ReadLines(file).Select(line => line.Split(':')) : [];

    private static string? NameOf(uint user) =>
        Entries("/etc/passwd").FirstOrDefault(fields => fields.Length > 2 && fields[2] == user.ToString(CultureInfo.InvariantCulture))?[0];

    private static bool IsInUserNamespace() =>
        ReadLine("/proc/self/uid_map") is { } map && map.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["0", "0", "4294967295"];

    private static string? ReadLine(string file) => File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;
}
