using System.Globalization;

namespace TestKit.Latency;

/// <summary>How long each of many calls took.</summary>
public sealed class LatencySeries
{
    private readonly List<double> _milliseconds = [];

    /// <summary>How many calls there were.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>Half of the calls took no longer, in milliseconds.</summary>
    public double P50 => Percentile(50);

    /// <summary>95 of 100 calls took no longer, in milliseconds.</summary>
    public double P95 => Percentile(95);

    /// <summary>99 of 100 calls took no longer, in milliseconds.</summary>
    public double P99 => Percentile(99);

    /// <summary>Adds a call.</summary>
    public void Add(TimeSpan duration) => _milliseconds.Add(duration.TotalMilliseconds);

    /// <summary>The least duration that <paramref name="percent"/> of 100 calls did not exceed, in milliseconds (nearest rank: always one that was measured).</summary>
    /// <exception cref="InvalidOperationException">There was no call.</exception>
    public double Percentile(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        if (Count == 0)
        {
            throw new InvalidOperationException("Nothing was measured.");
        }

        var rank = (int)Math.Ceiling(percent / 100 * Count);
        return _milliseconds.Order().ElementAt(rank - 1);
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.0} ms, p95 {P95:0.0} ms, p99 {P99:0.0} ms over {Count} calls");
}
