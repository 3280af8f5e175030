using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult; // and not MSTest's, where tests compile this

namespace IntegrationSuite.Tasks.Records;

/// <summary>What each test rests on: what TestKit saw it do, and the services whose logs have its traces.</summary>
internal sealed class RecordJoin
{
    private readonly Dictionary<string, TestFootprint> _footprints;
    private readonly TraceSightings _sightings;
    private readonly string? _doubt;

    /// <param name="footprints">What TestKit saw, of all test processes of the run.</param>
    /// <param name="services">The manifest's.</param>
    /// <param name="sightings">What the logs have.</param>
    public RecordJoin(IEnumerable<TestFootprint> footprints, IEnumerable<ServiceEntry> services, TraceSightings sightings)
    {
        _footprints = footprints
            .GroupBy(each => each.Key)
            .ToDictionary(same => same.Key, same => same.Aggregate((one, other) => one.With(other)));
        _sightings = sightings;
        _doubt = services.Where(CanPassOn).Select(service => DoubtOf(service.Name)).FirstOrDefault(doubt => doubt is not null);
    }

    /// <summary>The record of a test that ran.</summary>
    public TestRecord Of(TestResult test, string project, string concern)
    {
        var footprint = FootprintOf(test);
        var reached = footprint
            .Called.Concat(footprint.Instances)
            .Concat(footprint.Migrations)
            .Union(_sightings.ServicesOf(footprint.Traces))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new TestRecord
        {
            Key = footprint.Key,
            Project = project,
            Concern = concern,
            ClassName = test.ClassName,
            Name = test.Name,
            Outcome = test.IsUndecided ? "undecided" : test.Outcome,
            Start = test.Start,
            Milliseconds = test.Duration.TotalMilliseconds,
            Services = reached,
            Called = footprint.Called,
            Instances = footprint.Instances,
            Migrations = footprint.Migrations,
            Traces = footprint.Traces,
            Unknown =
                footprint.Unknown
                ?? (SentAny(footprint) ? _doubt : null)
                ?? (reached.Count == 0 ? "it was not seen to reach any service" : null),
        };
    }

    // Who called nobody reached nobody through others.
    private static bool SentAny(TestFootprint footprint) => footprint.Called.Count + footprint.Instances.Count > 0;

    // What the set-up of its class, or of all, did is the test's too.
    private TestFootprint FootprintOf(TestResult test)
    {
        var key = TestKey.Of(test.ClassName, test.Name);
        string[] others = [TestKey.OfFixture(test.ClassName), TestKey.OfFixture(null)];
        return others
            .Select(fixture => _footprints.GetValueOrDefault(fixture))
            .OfType<TestFootprint>()
            .Aggregate(
                _footprints.GetValueOrDefault(key) ?? TestFootprint.None(key, "TestKit did not see it"),
                (all, one) => all.With(one)
            );
    }

    // A container gets no address of another service, and a job has ended before the first test.
    private static bool CanPassOn(ServiceEntry service) => service is { Image: null, Kind: ServiceKind.Service };

    /// <summary>One service that logs no traces hides what any test reached through it: a failed request may be logged nowhere, one that succeeded must be.</summary>
    private string? DoubtOf(string service)
    {
        var answered = _footprints.Values.Where(footprint => footprint.Answered.Contains(service)).ToList();
        return answered.Count == 0 ? $"no test had an answer from the service '{service}', by which it would show that it logs traces"
            : answered.TrueForAll(footprint => _sightings.ServicesOf(footprint.Traces).Contains(service)) ? null
            : $"the service '{service}' does not log the trace of each request";
    }
}
