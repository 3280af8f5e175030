using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>Connections from here obey the suite alone, also in a process that has used nothing else of TestKit yet.</summary>
internal static class OwnConnections
{
    /// <summary>Lets TestKit forget what the caller's environment has for other servers, before the first connection.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A classic VSTest process has no other moment that comes before every connection.")]
    internal static void Ensure() => RuntimeHelpers.RunModuleConstructor(typeof(Suite).Module.ModuleHandle);
}
