namespace TestKit.Latency;

/// <summary>How much is spent on a measurement. What all of them find is said, and nothing else.</summary>
public enum LatencyEffort
{
    /// <summary>A fifth of a second alone with the calibration: enough for what is as it should be.</summary>
    Short,

    /// <summary>Up to five, and as much of the calibration's time as of the operation's.</summary>
    Long,

    /// <summary>As long, of a second instance of the service: from one start to the next a process differs from itself, by up to a third, in where its code and its data lie.</summary>
    LongOfFreshStart,
}
