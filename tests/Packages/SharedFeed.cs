namespace Packages;

/// <summary>One pack and one cache for all tests.</summary>
[TestClass]
public static class SharedFeed
{
    /// <summary>The feed, packed before the first test.</summary>
    internal static Feed Feed { get; } = new();

    [AssemblyInitialize]
    public static Task Pack(TestContext _) => Feed.PackAsync();

    [AssemblyCleanup]
    public static void Remove() => Feed.Dispose();
}
