namespace IntegrationSuite.ServiceHost.Client.Logs;

/// <summary>A time that is logged as a number since 1970: zap counts seconds, pino milliseconds, others microseconds or nanoseconds.</summary>
internal static class LogTime
{
    private const double Latest = 253_402_300_799_999;

    /// <summary>The time; the unit is the one by which it is between 1973 and 5138.</summary>
    /// <returns>Null when there is none.</returns>
    public static DateTimeOffset? Of(double since) =>
        MillisecondsOf(since) is { } milliseconds and <= Latest ? DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds) : null;

    private static double? MillisecondsOf(double since) =>
        since switch
        {
            > 1e17 => since / 1e6,
            > 1e14 => since / 1e3,
            > 1e11 => since,
            > 1e8 => since * 1e3,
            _ => null,
        };
}
