using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>What each operation cost, in calls of the calibration, when the baselines were taken, on each kind of machine that they were taken on. Never milliseconds, which are the moment's.</summary>
public sealed class Baselines
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>What a kind of machine that is not known may make of the highest ratio of those that are: of three kinds one made up to 2.3 of the highest of the other two.</summary>
    private const double Elsewhere = 2.5;

    /// <summary>How many starts are measured side by side.</summary>
    private const int StartsOfOneTaking = 3;

    /// <summary>What an hour may make of them: of those that were taken twice, a third moved by more than a tenth.</summary>
    private const double OfOneTaking = 1.1;

    private readonly SortedDictionary<string, Taken> _machines;
    private readonly string _machine;

    private Baselines(SortedDictionary<string, Taken> machines, string machine) => (_machines, _machine) = (machines, machine);

    /// <summary>Why ratios are judged less strictly than they could be, or not at all; null when they are.</summary>
    public string? Remark =>
        Here is not null ? null
        : _machines.Count == 0 ? "There are no baselines yet, so ratios are not judged: dotnet build -t:UpdateBaselines takes them."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The baselines are those of other machines ({string.Join("; ", _machines.Keys)}; this is {_machine}), so what is judged is only whether a ratio is far above {Elsewhere} times the highest of theirs: dotnet build -t:UpdateBaselines takes them here too."
        );

    /// <summary>What a call of the calibration costs on a machine of this kind that is quiet, in milliseconds; null when it is not known.</summary>
    public double? QuietCalibration => Here?.QuietCalibrationMs;

    private Taken? Here => _machines.GetValueOrDefault(_machine);

    /// <summary>Reads a file; without one there are none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="machine">What kind of machine this is; by default what it says of itself.</param>
    public static Baselines Read(string path, string? machine = null) =>
        new(File.Exists(path) ? Parse(File.ReadAllText(path)) : [], machine ?? Machine.Name);

    /// <summary>An operation's ratio on a machine of this kind; where none was taken, one that it is below on any machine. Null when none was taken anywhere.</summary>
    public double? Of(LatencyProbe probe) => Here is { } here ? here.Of(probe) : _machines.Values.Max(taken => taken.Of(probe)) * Elsewhere;

    /// <summary>Takes new ratios.</summary>
    /// <param name="probe">Of which operation.</param>
    /// <param name="starts">Of several starts of its service.</param>
    /// <returns>What moved, for a person; null when it moved by less than the regression rule would notice.</returns>
    public string? Set(LatencyProbe probe, params IEnumerable<double> starts)
    {
        var before = Here?.Highest(probe);
        _machines.TryAdd(_machine, new Taken(0, []));
        Here!.Ratios.TryAdd(probe.Service, []);
        Here.Ratios[probe.Service][probe.Name] = [.. starts.Select(ratio => Math.Round(ratio, 3))];
        var after = Here.Highest(probe)!.Value;
        return before is null ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {after:0.00}, new")
            : Math.Abs((after / before.Value) - 1) > RegressionRule.Limit - 1
                ? FormattableString.Invariant($"{probe.Service} {probe.Name}: {before:0.00} → {after:0.00}")
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

    private static SortedDictionary<string, Taken> Parse(string json) =>
        JsonSerializer.Deserialize<Stored>(json, s_options)?.Machines ?? [];

    /// <param name="Machines">By the kind of machine.</param>
    private sealed record Stored(SortedDictionary<string, Taken>? Machines);

    /// <param name="QuietCalibrationMs">What a call of the calibration cost there.</param>
    /// <param name="Ratios">By service and operation, one for each start of the service.</param>
    private sealed record Taken(double QuietCalibrationMs, SortedDictionary<string, SortedDictionary<string, double[]>> Ratios)
    {
        /// <summary>What the same code may come to again.</summary>
        public double? Of(LatencyProbe probe) => Highest(probe) * (Starts(probe)?.Length > StartsOfOneTaking ? 1 : OfOneTaking);

        /// <summary>Of several starts of the service.</summary>
        public double? Highest(LatencyProbe probe) => Starts(probe)?.Max();

        private double[]? Starts(LatencyProbe probe) => Ratios.GetValueOrDefault(probe.Service)?.GetValueOrDefault(probe.Name);
    }
}
