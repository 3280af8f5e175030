using System.Diagnostics;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Footprints;
using IntegrationSuite.TestKit.Http;
using IntegrationSuite.TestKit.Instances;
using IntegrationSuite.TestKit.Session;
using IntegrationSuite.TestKit.Stories;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit;

/// <summary>A test that talks to running services. Each has a W3C trace id of its own, which all its requests carry; when it fails it prints the services' log lines of that trace, and only those.</summary>
[TestClass]
public abstract class ServiceTest
{
    /// <summary>After so long without an answer there is none. What is slow is for Performance to say, which knows a busy machine.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>With a mutant a request may never end, and many wait.</summary>
    private static readonly TimeSpan s_patienceWithMutants = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, HttpClient> _clients = [];
    private readonly List<ServiceInstance> _instances = [];
    private readonly Story _story = new();
    private readonly LogMarks _marks = new();

    /// <summary>Set by MSTest.</summary>
    public required TestContext TestContext { get; set; }

    /// <summary>The trace that all requests of this test belong to.</summary>
    protected ActivityTraceId TraceId { get; } = ActivityTraceId.CreateRandom();

    /// <summary>Ends with the test.</summary>
    protected CancellationToken Cancel => TestContext.CancellationToken;

    /// <summary>In a round of mutation testing only those tests run that a mutant waits for; in a build that selects tests, only those that something has changed for.</summary>
    [TestInitialize]
    public void JoinRound()
    {
        if (LeftOutOption.Tests.Keys.Contains(Key))
        {
            Assert.Inconclusive(LeftOutOption.Tests.Message);
        }

        if (MutationPlan.Current?.Runs(Key) == false)
        {
            Assert.Inconclusive("No mutant of this round is for this test.");
        }
    }

    /// <summary>Closes the test's connections, shows its trace when it failed, and stops its instances.</summary>
    [TestCleanup]
    public async Task EndTestAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        try
        {
            // With a mutant it is meant to fail.
            if (MutationPlan.Current is null && TestContext.CurrentTestOutcome == UnitTestOutcome.Failed && _clients.Count > 0)
            {
                // Of services that run elsewhere there is no log here.
                Tell(RunningSuite.TryState() is { } state ? TraceLog.Find(state, TraceId.ToHexString()) : []);
            }
        }
        finally
        {
            foreach (var instance in _instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    /// <summary>An HTTP client for a service, by its name in the manifest. Each exchange is held against the service's contract, if the project uses TestKit.Contracts.</summary>
    protected HttpClient Client(string service) =>
        Client(service, service, () => RunningServices.Url(service), inner => Judged(service, inner));

    /// <summary>The same for a second instance of a service.</summary>
    protected HttpClient Client(ServiceInstance instance) =>
        Client(instance.Name, instance.Name, () => instance.Address, inner => Judged(instance.Service, inner));

    /// <summary>An HTTP client for tests that judge each exchange themselves.</summary>
    protected HttpClient PlainClient(string service) =>
        Client($"{service} (plain)", service, () => RunningServices.Url(service), inner => SessionParts.Observe(service, inner));

    /// <summary>Starts a second instance of a service, which ends with the test.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="neighbours">Other addresses of services that it calls.</param>
    protected async Task<ServiceInstance> StartInstanceAsync(string service, params IReadOnlyList<(string Service, Uri Url)> neighbours)
    {
        var instance = await ServiceInstance.StartAsync(service, Cancel, neighbours.ToDictionary(pair => pair.Service, pair => pair.Url));
        lock (_instances)
        {
            _instances.Add(instance);
        }

        return instance;
    }

    /// <summary>Adds a line to what the test says of itself.</summary>
    protected void Note(string line) => TestContext.WriteLine(line);

    /// <summary>A step of the test's story begins: what the test says it was at, should it fail.</summary>
    /// <param name="what">In words, such as <c>the exhibit is deleted</c>.</param>
    protected void Step(string what) => _story.Begin(what);

    private string Key => TestFootprints.KeyOf(TestContext);

    // The innermost fault is logged first: the service that broke, not the one that had to pass it on.
    private void Tell(IReadOnlyList<TraceLine> trace)
    {
        var first = trace.FirstOrDefault(line => line.Failed);
        TestContext.WriteLine(_story.Where(first?.Service));
        if (_story.Services.Select(RunningSuite.DeathOf).FirstOrDefault(death => death is not null) is { } cause)
        {
            TestContext.WriteLine(cause.ToString());
        }

        if (first is not null)
        {
            TestContext.WriteLine($"First to fail in its trace: {first}");
        }

        var (title, lines) =
            trace.Count > 0
                ? ($"Trace {TraceId}, as the services logged it:", trace)
                : ("No log line has this test's trace id. What its services logged while it ran, for other tests too:", _marks.Since());
        TestContext.WriteLine(title);
        lines.ToList().ForEach(line => TestContext.WriteLine(line.ToString()));
    }

    private static HttpMessageHandler Judged(string service, HttpMessageHandler inner) =>
        SessionParts.Judge(service, SessionParts.Observe(service, inner));

    private FootprintHandler Noted(string target) =>
        new(TestFootprints.Of(TestContext), ServiceState.FirstOf(target), new LivenessHandler(target));

    private HttpClient Client(string name, string target, Func<Uri> url, Func<HttpMessageHandler, HttpMessageHandler> judge)
    {
        if (!_clients.TryGetValue(name, out var client))
        {
            _marks.Set(target);
            var patience = MutationPlan.Current is null ? s_patience : s_patienceWithMutants;
            var connection = judge(new StoryHandler(_story, target, Noted(target)));
            client = new HttpClient(new PatienceHandler(target, patience, connection))
            {
                BaseAddress = url(),
                Timeout = patience * 2, // of bodies that nobody judges
            };
            client.DefaultRequestHeaders.Add("traceparent", $"00-{TraceId}-{ActivitySpanId.CreateRandom()}-01");
            if (MutationPlan.Current?.BaggageOf(Key) is { } baggage)
            {
                client.DefaultRequestHeaders.Add("baggage", baggage);
            }

            _clients[name] = client;
        }

        return client;
    }
}
