using System.Collections.Concurrent;

namespace TestKit.Contracts;

/// <summary>An exchange that broke its contract.</summary>
internal sealed record ToleratedBreach(string Service, string Message);

/// <summary>The exchanges of this process that broke a contract whose gate only warns: the build tells them.</summary>
internal static class ToleratedBreaches
{
    private static readonly ConcurrentDictionary<ToleratedBreach, bool> s_all = new();

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<ToleratedBreach> All =>
        [.. s_all.Keys.OrderBy(breach => breach.Service).ThenBy(breach => breach.Message, StringComparer.Ordinal)];

    /// <summary>Notes one.</summary>
    public static void Add(string service, string message) => s_all.TryAdd(new ToleratedBreach(service, message), true);
}
