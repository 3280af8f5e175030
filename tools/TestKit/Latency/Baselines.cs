using System.Text.Encodings.Web;
using System.Text.Json;

namespace TestKit.Latency;

/// <summary>What each operation cost, in calls of the calibration, when the baselines were taken: service → operation → ratio. Never milliseconds, which are the machine's.</summary>
public sealed class Baselines
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly SortedDictionary<string, SortedDictionary<string, double>> _ratios;

    private Baselines(SortedDictionary<string, SortedDictionary<string, double>> ratios) => _ratios = ratios;

    /// <summary>Reads a file; without one there are none.</summary>
    public static Baselines Read(string path) =>
        new(File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, double>>>(File.ReadAllText(path)) ?? [] : []);

    /// <summary>An operation's ratio; null when it has none yet.</summary>
    public double? Of(LatencyProbe probe) =>
        _ratios.TryGetValue(probe.Service, out var operations) && operations.TryGetValue(probe.Name, out var ratio) ? ratio : null;

    /// <summary>Takes a new ratio.</summary>
    /// <returns>What moved, for a person; null when it moved by less than the regression rule would notice half of.</returns>
    public string? Set(LatencyProbe probe, double ratio)
    {
        var before = Of(probe);
        if (!_ratios.TryGetValue(probe.Service, out var operations))
        {
            _ratios[probe.Service] = operations = [];
        }

        operations[probe.Name] = Math.Round(ratio, 2);
        return before is null ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {ratio:0.00}, new")
            : Math.Abs((ratio / before.Value) - 1) > (RegressionRule.Limit - 1) / 2 ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {before:0.00} → {ratio:0.00}")
            : null;
    }

    /// <summary>Writes the file.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(_ratios, s_options) + "\n");
}
