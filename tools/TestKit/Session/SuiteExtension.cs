using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions;

namespace IntegrationSuite.TestKit.Session;

/// <summary>Registers TestKit with Microsoft.Testing.Platform; the build adds the call to every test project that names a concern.</summary>
public static class SuiteExtension
{
    /// <summary>Called by the generated entry point.</summary>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        builder.CommandLine.AddProvider(() => new LeftOutOption());
        builder.TestHost.AddTestSessionLifetimeHandler(services => new SuiteSession(services));
    }
}
