using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>Which of the runs that are kept leaves least to do, or why none will do.</summary>
/// <param name="Baseline">That run.</param>
/// <param name="Plan">What is to do.</param>
/// <param name="WhyNone">Why all tests run; null when they need not.</param>
internal sealed record BaselineChoice(Baseline? Baseline, SelectionPlan? Plan, string? WhyNone)
{
    private const int MostTried = 8;

    /// <summary>Chooses.</summary>
    /// <param name="kept">The runs, the newest first.</param>
    /// <param name="now">What is under test.</param>
    /// <param name="services">The manifest's.</param>
    /// <param name="isGated">See <see cref="SelectionPlan.Of"/>.</param>
    /// <param name="longest">After so long all tests run.</param>
    public static BaselineChoice Of(
        IEnumerable<Baseline> kept,
        Baseline now,
        IReadOnlyList<ServiceEntry> services,
        bool isGated,
        TimeSpan longest
    )
    {
        var all = kept.ToList();
        var young = all.Where(baseline => now.At - baseline.WholeAt < longest).ToList();
        var best = young
            .Where(baseline => Differences(baseline, now).Count == 0)
            .Take(MostTried)
            .Select(baseline => (baseline, plan: SelectionPlan.Of(baseline, now.Services, services, isGated)))
            .OrderBy(each => each.plan.Run.Count)
            .FirstOrDefault();
        return best.plan is not null ? new(best.baseline, best.plan, WhyNone: null)
            : all.Count == 0 ? new(null, null, "no run of them is kept")
            : young.Count == 0 ? new(null, null, $"the last run of all was at {all[0].WholeAt:u}")
            : new(null, null, $"this is new since the last run: {NameList.Of(Differences(young[0], now))}");
    }

    private static List<string> Differences(Baseline baseline, Baseline now) =>
        [
            .. now
                .Frame.Keys.Union(baseline.Frame.Keys)
                .Where(part => now.Frame.GetValueOrDefault(part) != baseline.Frame.GetValueOrDefault(part)),
        ];
}
