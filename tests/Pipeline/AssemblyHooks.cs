using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline;

/// <summary>What all tests share.</summary>
[TestClass]
public static class AssemblyHooks
{
    [AssemblyInitialize]
    public static void HearSignals(TestContext _) => Signals.StopIgnoring();

    [AssemblyCleanup]
    public static Task StopScratchServerAsync() => ScratchServer.StopSharedAsync();
}
