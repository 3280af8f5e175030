using Pipeline.Postgres;

namespace Pipeline;

/// <summary>What all tests share.</summary>
[TestClass]
public static class AssemblyHooks
{
    [AssemblyCleanup]
    public static Task StopScratchServerAsync() => ScratchServer.StopSharedAsync();
}
