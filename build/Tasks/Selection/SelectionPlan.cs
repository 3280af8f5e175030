using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>Which tests need not run, since nothing that they rest on has changed since a run in which they passed.</summary>
/// <param name="LeftOut">Their records of that run.</param>
/// <param name="Run">Those of the others.</param>
/// <param name="Fresh">The services whose figures this run makes anew, from all tests that rest on them; the kept figures of the others stand.</param>
internal sealed record SelectionPlan(IReadOnlyList<TestRecord> LeftOut, IReadOnlyList<TestRecord> Run, IReadOnlySet<string> Fresh)
{
    /// <summary>Plans a run.</summary>
    /// <param name="baseline">The run before.</param>
    /// <param name="now">Service → fingerprint.</param>
    /// <param name="services">The manifest's.</param>
    /// <param name="isGated">
    /// Services' figures are judged. Then no service may be reached by some of its tests alone, or its figures were neither this run's nor the kept ones:
    /// whatever a test that runs rests on is made anew whole.
    /// </param>
    public static SelectionPlan Of(
        Baseline baseline,
        IReadOnlyDictionary<string, string?> now,
        IReadOnlyList<ServiceEntry> services,
        bool isGated
    )
    {
        var rests = new RestsOn(services);
        var fresh = now.Where(pair => pair.Value is null || pair.Value != baseline.Services.GetValueOrDefault(pair.Key))
            .Select(pair => pair.Key)
            .ToHashSet();
        fresh.UnionWith(baseline.Tests.Where(IsOpen).SelectMany(rests.Of));
        while (true)
        {
            var run = baseline.Tests.ToLookup(test => IsOpen(test) || rests.Of(test).Any(fresh.Contains));
            var grown = isGated ? fresh.Union(run[true].SelectMany(rests.Of)).ToHashSet() : fresh;
            if (grown.Count == fresh.Count)
            {
                return new SelectionPlan([.. run[false]], [.. run[true]], fresh);
            }

            fresh = grown;
        }
    }

    /// <summary>It did not pass, and was not skipped: it is to run again.</summary>
    public static bool IsOpen(TestRecord test) => test.Outcome is not ("passed" or "skipped");

    /// <summary>What a test rests on: what it reached, what that depends on, and what comes before all tests or is asked by nobody knows whom.</summary>
    private sealed class RestsOn(IReadOnlyList<ServiceEntry> services)
    {
        private readonly string[] _all = [.. services.Select(service => service.Name)];
        private readonly string[] _common =
        [
            .. services.Where(service => service.Kind == ServiceKind.Job || service.Image is not null).Select(service => service.Name),
        ];

        public IEnumerable<string> Of(TestRecord test) =>
            test.Unknown is not null ? _all : test.Services.Concat(_common).SelectMany(WithDependencies).Distinct();

        private IEnumerable<string> WithDependencies(string name) =>
            services.FirstOrDefault(service => service.Name == name) is { } service
                ? service.DependsOn.SelectMany(WithDependencies).Append(name)
                : [name];
    }
}
