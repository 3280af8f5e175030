using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Session;

/// <summary>What the caller of a test process has in his environment for other servers does not reach its connections.</summary>
internal static class CallersSettings
{
    /// <summary>Forgets it, before anything else of TestKit runs.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A classic VSTest process has no other moment that comes before every connection.")]
    internal static void Forget()
    {
        InheritedEnvironment.ForgetPostgres();
        ProxyBypass.Apply();
    }
}
