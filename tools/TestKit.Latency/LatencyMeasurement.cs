namespace IntegrationSuite.TestKit.Latency;

/// <summary>Everything that was measured of an operation.</summary>
/// <param name="Probe">The operation, and how it was called.</param>
/// <param name="Threshold">What it promised.</param>
/// <param name="Baseline">Its ratio when the baselines were taken; null when it has none, or can't be compared.</param>
/// <param name="Alone">With one client, in turn with the calibration.</param>
/// <param name="Crowd">With <see cref="Clients"/> clients.</param>
/// <param name="BesideCrowd">How many processors were taken by work that is none of the run's while the crowd called.</param>
public sealed record LatencyMeasurement(
    LatencyProbe Probe,
    LatencyThreshold Threshold,
    double? Baseline,
    PairedLatency Alone,
    LatencySeries Crowd,
    double BesideCrowd
)
{
    /// <summary>How many clients a crowd has.</summary>
    public const int Clients = 16;

    private const int WarmUp = 1;
    private const int CallsOfEach = 5;

    private static readonly LatencyPlan s_short = new(Calls: 60, Least: 20, Most: TimeSpan.FromSeconds(0.5));
    private static readonly LatencyPlan s_long = new(Calls: 300, Least: 20, Most: TimeSpan.FromSeconds(5));

    /// <summary>Whether the machine was so busy that calls of the crowd waited for it. A compiler may come and go between the crowd and the calls of one client.</summary>
    public bool CrowdWaits => (Alone.Machine with { OtherWork = Math.Max(Alone.Machine.OtherWork, BesideCrowd) }).MakesCallsWait;

    /// <summary>Measures: the crowd first, which warms the service up too.</summary>
    /// <param name="probe">The operation.</param>
    /// <param name="threshold">What it promised.</param>
    /// <param name="baseline">Its ratio when the baselines were taken.</param>
    /// <param name="client">A client of its service.</param>
    /// <param name="calibration">What it is compared with.</param>
    /// <param name="effort">How long, at most.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task<LatencyMeasurement> TakeAsync(
        LatencyProbe probe,
        LatencyThreshold threshold,
        double? baseline,
        HttpClient client,
        CalibrationProcess calibration,
        LatencyEffort effort,
        CancellationToken cancel
    )
    {
        var otherWork = new OtherWork();
        var crowd = await CrowdLatency.MeasureAsync(probe, client, Clients, WarmUp, CallsOfEach, cancel);
        var besideCrowd = otherWork.Processors();
        var plan = effort == LatencyEffort.Short ? s_short : s_long;
        var alone = await PairedLatency.MeasureAsync(
            probe,
            client,
            calibration,
            plan,
            measured => RegressionRule.IsClear(measured, baseline),
            cancel
        );
        return new LatencyMeasurement(probe, threshold, baseline, alone, crowd, besideCrowd);
    }
}
