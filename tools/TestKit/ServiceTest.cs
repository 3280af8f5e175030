using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Contracts;
using TestKit.Http;
using TestKit.Session;

namespace TestKit;

/// <summary>A test that talks to running services. Each has a W3C trace id of its own, which all its requests carry; when it fails it prints the services' log lines of that trace, and only those.</summary>
[TestClass]
public abstract class ServiceTest
{
    private readonly Dictionary<string, HttpClient> _clients = [];

    /// <summary>Set by MSTest.</summary>
    public required TestContext TestContext { get; set; }

    /// <summary>The trace that all requests of this test belong to.</summary>
    protected ActivityTraceId TraceId { get; } = ActivityTraceId.CreateRandom();

    /// <summary>Ends with the test.</summary>
    protected CancellationToken Cancel => TestContext.CancellationToken;

    /// <summary>Closes the test's connections and, when it failed, shows its trace.</summary>
    [TestCleanup]
    public void EndTest()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        if (TestContext.CurrentTestOutcome == UnitTestOutcome.Failed && _clients.Count > 0 && RunningSuite.TryState() is { } state)
        {
            TestContext.WriteLine($"Trace {TraceId}, as the services logged it:");
            TraceLog.Find(state, TraceId.ToHexString()).ToList().ForEach(TestContext.WriteLine);
        }
    }

    /// <summary>An HTTP client for a service, by its name in the manifest.</summary>
    protected HttpClient Client(string service)
    {
        if (!_clients.TryGetValue(service, out var client))
        {
            client = new HttpClient(new ContractHandler(service, new LivenessHandler(service))) { BaseAddress = Suite.Url(service), Timeout = TimeSpan.FromSeconds(30) };
            client.DefaultRequestHeaders.Add("traceparent", $"00-{TraceId}-{ActivitySpanId.CreateRandom()}-01");
            _clients[service] = client;
        }

        return client;
    }
}
