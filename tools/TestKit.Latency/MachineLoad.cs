namespace IntegrationSuite.TestKit.Latency;

/// <summary>What the machine was like during a measurement.</summary>
/// <param name="Slowness">How many times its quiet value half of the calls of the calibration took at least: on a quiet machine 1.2 to 1.5.</param>
/// <param name="Waiting">The same of one call in twenty: on a quiet machine up to 2.6.</param>
/// <param name="OtherWork">How many processors were taken by work that is none of the run's.</param>
public sealed record MachineLoad(double Slowness, double Waiting, double OtherWork)
{
    /// <summary>Without other work of ours half of the calls took up to 1.9 times as long in all but a few measurements (where processors share a core with a neighbour), beside busy loops at least 2.4 times: then an operation that waits more often than the calibration suffers more.</summary>
    private const double MostSlowness = 2;

    /// <summary>Without other work slow calls took up to 2.6 times as long in 414 of 420 measurements, beside two busy loops on two cores at least 3.4 times.</summary>
    private const double MostWaiting = 3;

    /// <summary>What a quiet machine does besides is up to 0.43 in a tenth of a second, where clock ticks are few, less the longer it is measured; a busy loop takes 1.</summary>
    private const double MostOtherWork = 0.5;

    /// <summary>Whether it was so busy that a ratio says little: what the operation costs may have grown more than what the calibration does.</summary>
    public bool IsBusy => OtherWork > MostOtherWork || Slowness > MostSlowness;

    /// <summary>Whether it was so busy, or so often, that single calls waited for it.</summary>
    public bool MakesCallsWait => IsBusy || Waiting > MostWaiting;
}
