using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Session;
using Pipeline.Containers;
using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline;

/// <summary>What all tests share.</summary>
[TestClass]
public static class AssemblyHooks
{
    [AssemblyInitialize]
    public static void Prepare(TestContext _)
    {
        Signals.StopIgnoring();
        CallersSettings.Forget();
        Environment.SetEnvironmentVariable(LaunchOptions.PostgresVariable, null); // the developer's own is not for tests
    }

    [AssemblyCleanup]
    public static async Task RemoveSharedAsync()
    {
        await TestEngine.RemoveImageAsync();
        await ScratchServer.StopSharedAsync();
    }
}
