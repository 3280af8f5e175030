using System.Text.Encodings.Web;
using System.Text.Json;

namespace TestKit.Latency;

/// <summary>What each operation cost, in calls of the calibration, when the baselines were taken, on each kind of machine that they were taken on. Never milliseconds, which are the moment's.</summary>
public sealed class Baselines
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly SortedDictionary<string, Taken> _machines;
    private readonly string _machine;

    private Baselines(SortedDictionary<string, Taken> machines, string machine) => (_machines, _machine) = (machines, machine);

    /// <summary>Why no ratio is judged; null when they are.</summary>
    public string? Unfit =>
        Here is not null ? null
        : _machines.Count == 0 ? "There are no baselines yet, so ratios are not judged: dotnet build -t:UpdateBaselines takes them."
        : $"The baselines are those of other machines ({string.Join("; ", _machines.Keys)}; this is {_machine}), so ratios are not judged: dotnet build -t:UpdateBaselines takes them here too.";

    /// <summary>What a call of the calibration costs on a machine of this kind that is quiet, in milliseconds; null when it is not known.</summary>
    public double? QuietCalibration => Here?.QuietCalibrationMs;

    private Taken? Here => _machines.GetValueOrDefault(_machine);

    /// <summary>Reads a file; without one there are none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="machine">What kind of machine this is; by default what it says of itself.</param>
    public static Baselines Read(string path, string? machine = null) => new(File.Exists(path) ? Parse(File.ReadAllText(path)) : [], machine ?? Machine.Name);

    /// <summary>An operation's ratio on a machine of this kind; null when none was taken.</summary>
    public double? Of(LatencyProbe probe) =>
        Here is { } taken && taken.Ratios.TryGetValue(probe.Service, out var operations) && operations.TryGetValue(probe.Name, out var ratio) ? ratio : null;

    /// <summary>Takes a new ratio.</summary>
    /// <param name="probe">Of which operation.</param>
    /// <param name="ratio">The ratio.</param>
    /// <param name="again">It was taken in this update already: the higher one counts. From one start of a service to the next, a few operations cost up to a third more.</param>
    /// <returns>What moved, for a person; null when it moved by less than the regression rule would notice half of.</returns>
    public string? Set(LatencyProbe probe, double ratio, bool again = false)
    {
        var before = Of(probe);
        if (again && before >= ratio)
        {
            return null;
        }

        _machines.TryAdd(_machine, new Taken(0, []));
        Here!.Ratios.TryAdd(probe.Service, []);
        Here.Ratios[probe.Service][probe.Name] = Math.Round(ratio, 2);
        return before is null ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {ratio:0.00}, new")
            : Math.Abs((ratio / before.Value) - 1) > (RegressionRule.Limit - 1) / 2 ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {before:0.00} → {ratio:0.00}")
            : null;
    }

    /// <summary>Writes the file; what other kinds of machines have in it stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quietCalibration">See <see cref="QuietCalibration"/>.</param>
    public void Write(string path, double quietCalibration)
    {
        _machines[_machine] = new Taken(Math.Round(quietCalibration, 3), Here?.Ratios ?? []);
        File.WriteAllText(path, JsonSerializer.Serialize(new Stored(_machines), s_options) + "\n");
    }

    private static SortedDictionary<string, Taken> Parse(string json) => JsonSerializer.Deserialize<Stored>(json, s_options)?.Machines ?? [];

    /// <param name="Machines">By the kind of machine.</param>
    private sealed record Stored(SortedDictionary<string, Taken>? Machines);

    /// <param name="QuietCalibrationMs">What a call of the calibration cost there.</param>
    /// <param name="Ratios">By service and operation.</param>
    private sealed record Taken(double QuietCalibrationMs, SortedDictionary<string, SortedDictionary<string, double>> Ratios);
}
