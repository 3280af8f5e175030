using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads <c>latency</c>: operation → milliseconds.</summary>
internal static partial class ThresholdReader
{
    private const double Most = 600_000;

    /// <summary>Reads it; empty without one.</summary>
    public static IReadOnlyDictionary<string, double> Read(EntryFields fields)
    {
        var thresholds = new Dictionary<string, double>();
        if (fields.Find("latency") is not { } latency)
        {
            return thresholds;
        }

        foreach (var (operation, _, value) in latency.Members ?? [])
        {
            if (
                !OperationPattern().IsMatch(operation)
                || MillisecondsOf(value) is not { } milliseconds
                || !thresholds.TryAdd(operation, milliseconds)
            )
            {
                return Refuse(fields);
            }
        }

        return latency.Members is null ? Refuse(fields) : thresholds;
    }

    private static double? MillisecondsOf(PlacedJson value) =>
        value.Kind == JsonValueKind.Number
        && double.TryParse(value.Text, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= Most
            ? number
            : null;

    private static Dictionary<string, double> Refuse(EntryFields fields) =>
        fields.Refuse<Dictionary<string, double>>(
            "latency",
            $"must be an object of operations such as \"GET /books/{{id}}\", each once, and milliseconds above 0 and up to {Most}"
        ) ?? [];

    [GeneratedRegex(@"^[A-Z]+ /[!-~]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OperationPattern();
}
