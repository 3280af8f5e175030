using System.Text.Encodings.Web;
using System.Text.Json;

namespace TestKit.Latency;

/// <summary>What each operation cost, in calls of the calibration, when the baselines were taken, and on what kind of machine. Never milliseconds, which are the moment's.</summary>
public sealed class Baselines
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly Stored _stored;
    private readonly string _machine;

    private Baselines(Stored stored, string machine) => (_stored, _machine) = (stored, machine);

    /// <summary>Why no ratio is judged; null when they are.</summary>
    public string? Unfit =>
        _stored.Machine is null ? "There are no baselines yet, so ratios are not judged: dotnet build -t:UpdateBaselines takes them."
        : _stored.Machine != _machine ? $"The baselines are another machine's ({_stored.Machine}; this is {_machine}), so ratios are not judged: dotnet build -t:UpdateBaselines takes them here."
        : null;

    /// <summary>What a call of the calibration costs on a machine of this kind that is quiet, in milliseconds; null when it is not known.</summary>
    public double? QuietCalibration => Unfit is null ? _stored.QuietCalibrationMs : null;

    /// <summary>Reads a file; without one there are none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="machine">What kind of machine this is; by default what it says of itself.</param>
    public static Baselines Read(string path, string? machine = null) =>
        new(File.Exists(path) && JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), s_options) is { Ratios: not null } stored ? stored : new Stored(null, null, []), machine ?? Machine.Name);

    /// <summary>An operation's ratio on a machine of this kind; null when none was taken.</summary>
    public double? Of(LatencyProbe probe) => Unfit is null ? Before(probe) : null;

    /// <summary>Takes a new ratio.</summary>
    /// <param name="probe">Of which operation.</param>
    /// <param name="ratio">The ratio.</param>
    /// <param name="again">It was taken in this update already: the higher one counts. From one start of a service to the next, a few operations cost up to a third more.</param>
    /// <returns>What moved, for a person; null when it moved by less than the regression rule would notice half of.</returns>
    public string? Set(LatencyProbe probe, double ratio, bool again = false)
    {
        var before = Before(probe);
        if (again && before >= ratio)
        {
            return null;
        }

        if (!_stored.Ratios.TryGetValue(probe.Service, out var operations))
        {
            _stored.Ratios[probe.Service] = operations = [];
        }

        operations[probe.Name] = Math.Round(ratio, 2);
        return before is null ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {ratio:0.00}, new")
            : Math.Abs((ratio / before.Value) - 1) > (RegressionRule.Limit - 1) / 2 ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {before:0.00} → {ratio:0.00}")
            : null;
    }

    /// <summary>Writes the file, as this machine's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quietCalibration">See <see cref="QuietCalibration"/>.</param>
    public void Write(string path, double quietCalibration) =>
        File.WriteAllText(path, JsonSerializer.Serialize(_stored with { Machine = _machine, QuietCalibrationMs = Math.Round(quietCalibration, 3) }, s_options) + "\n");

    private double? Before(LatencyProbe probe) =>
        _stored.Ratios.TryGetValue(probe.Service, out var operations) && operations.TryGetValue(probe.Name, out var ratio) ? ratio : null;

    /// <param name="Machine">Where they were taken; null when they were not.</param>
    /// <param name="QuietCalibrationMs">What a call of the calibration cost there.</param>
    /// <param name="Ratios">By service and operation.</param>
    private sealed record Stored(string? Machine, double? QuietCalibrationMs, SortedDictionary<string, SortedDictionary<string, double>> Ratios);
}
