namespace IntegrationSuite.Report.Sections;

/// <summary>The page's clock: milliseconds since 1970, rounded to a tenth.</summary>
internal static class Clock
{
    /// <summary>A time.</summary>
    public static double? Milliseconds(DateTimeOffset? time) => time is { } known ? Milliseconds(known) : null;

    /// <summary>A time.</summary>
    public static double Milliseconds(DateTimeOffset time) => Rounded((time - DateTimeOffset.UnixEpoch).TotalMilliseconds);

    /// <summary>A duration.</summary>
    public static double Milliseconds(TimeSpan duration) => Rounded(duration.TotalMilliseconds);

    /// <summary>To a tenth: less says nothing, and takes room in the file.</summary>
    public static double Rounded(double milliseconds) => Math.Round(milliseconds, 1);
}
