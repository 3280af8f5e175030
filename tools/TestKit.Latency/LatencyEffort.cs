namespace IntegrationSuite.TestKit.Latency;

/// <summary>How much is spent on a measurement. What one finds, the next must confirm.</summary>
public enum LatencyEffort
{
    /// <summary>Up to half a second: enough for what is as it should be.</summary>
    Short,

    /// <summary>Up to five: enough for what is suspected.</summary>
    Long,

    /// <summary>As long, of a second instance of the service: from one start to the next a process differs from itself, by up to a third, in where its code and its data lie.</summary>
    LongOfFreshStart,
}
