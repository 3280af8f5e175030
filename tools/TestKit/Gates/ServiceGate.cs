using System.Collections.Concurrent;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Session;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Gates;

/// <summary>What becomes of a breach of a service's gate: its test fails, the build warns of it, or nobody minds, as the manifest has it.</summary>
public static class ServiceGate
{
    private static readonly ConcurrentDictionary<SuiteError, bool> s_warnings = new();

    /// <summary>The breaches of this test process that are only warned of, each once, in order.</summary>
    internal static IReadOnlyList<SuiteError> Warnings =>
        [.. s_warnings.Keys.OrderBy(breach => breach.Service).ThenBy(breach => breach.Message, StringComparer.Ordinal)];

    /// <summary>A gate is broken.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>; it says which gate.</param>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="message">What was found.</param>
    /// <exception cref="AssertFailedException">The gate is an error.</exception>
    public static void Broken(string code, string service, string message) =>
        Broken(code, service, message, RunningServices.TryFind(service)?.Gates ?? new GateLevels());

    /// <summary>The same by levels that are known.</summary>
    internal static void Broken(string code, string service, string message, GateLevels gates)
    {
        foreach (var breach in gates.Judge(new SuiteError(code, message, service)))
        {
            s_warnings.TryAdd(breach.IsWarning ? breach : throw new AssertFailedException(message), true);
        }
    }
}
