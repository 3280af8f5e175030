using System.Globalization;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>How long each of many calls took. Several clients may add at once.</summary>
public sealed class LatencySeries
{
    private readonly List<double> _milliseconds = [];

    /// <summary>How many calls there were.</summary>
    public int Count => Read(all => all.Count);

    /// <summary>All calls together, in milliseconds.</summary>
    public double Total => Read(all => all.Sum());

    /// <summary>10 of 100 calls took no longer, in milliseconds: what a call costs when nothing comes between.</summary>
    public double P10 => Percentile(10);

    /// <summary>The mean of the quicker half of the calls, in milliseconds.</summary>
    /// <remarks>Steadier than one percentile: a processor that shares its core with a neighbour has two speeds, and a percentile jumps from one to the other.</remarks>
    public double QuickerHalf => Sorted.Take((Count + 1) / 2).Average();

    /// <summary>Half of the calls took no longer, in milliseconds.</summary>
    public double P50 => Percentile(50);

    /// <summary>95 of 100 calls took no longer, in milliseconds.</summary>
    public double P95 => Percentile(95);

    /// <summary>99 of 100 calls took no longer, in milliseconds.</summary>
    public double P99 => Percentile(99);

    /// <summary>Every call, the quickest first, in milliseconds.</summary>
    public IReadOnlyList<double> Sorted => Read(all => all.Order().ToList());

    /// <summary>Adds a call.</summary>
    public void Add(TimeSpan duration) =>
        Read(all =>
        {
            all.Add(duration.TotalMilliseconds);
            return all.Count;
        });

    /// <summary>How many calls took longer than half of the calls by more than <paramref name="milliseconds"/>.</summary>
    public int CountSlow(double milliseconds)
    {
        var limit = P50 + milliseconds;
        return Read(all => all.Count(call => call > limit));
    }

    /// <summary>The least duration that <paramref name="percent"/> of 100 calls did not exceed, in milliseconds (nearest rank: always one that was measured).</summary>
    /// <exception cref="InvalidOperationException">There was no call.</exception>
    public double Percentile(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var sorted = Sorted;
        return sorted.Count > 0
            ? sorted[(int)Math.Ceiling(percent / 100 * sorted.Count) - 1]
            : throw new InvalidOperationException("Nothing was measured.");
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.0} ms, p95 {P95:0.0} ms, p99 {P99:0.0} ms over {Count} calls");

    private T Read<T>(Func<List<double>, T> read)
    {
        lock (_milliseconds)
        {
            return read(_milliseconds);
        }
    }
}
