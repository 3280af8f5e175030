using System.Globalization;
using System.Security;

namespace IntegrationSuite.TestKit.Latency.Report;

/// <summary>Draws the latencies of a service as SVG 1.1, without script: a row an operation, a mark a call, a red line its threshold, on a logarithmic axis.</summary>
internal static class LatencyPlot
{
    private const int RowHeight = 34;
    private const int Top = 46;
    private const int Left = 320;
    private const int Width = 1000;

    /// <summary>The axis, in milliseconds.</summary>
    private static readonly double[] s_ticks = [0.1, 1, 10, 100, 1_000, 10_000];

    /// <summary>Draws.</summary>
    public static string Draw(string service, IReadOnlyList<LatencyJudgement> judgements)
    {
        var height = Top + (judgements.Count * RowHeight) + 10;
        return Text(
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" font-family="sans-serif" font-size="11">
                <title>Latency of {Escape(service)}</title>
                <rect width="100%" height="100%" fill="white"/>
                <text x="8" y="18" font-size="14">Latency of {Escape(
                    service
                )}, in ms: above the line one client, below it {LatencyMeasurement.Clients}; red: the threshold</text>

                """
            )
            + string.Concat(s_ticks.Select(tick => Tick(tick, height)))
            + string.Concat(judgements.Select(Row))
            + "</svg>\n";
    }

    private static string Tick(double milliseconds, int height) =>
        Text(
            $"""
            <line x1="{X(milliseconds):0.0}" x2="{X(milliseconds):0.0}" y1="{Top - 6}" y2="{height - 8}" stroke="#ddd"/><text x="{X(
                milliseconds
            ):0.0}" y="{Top - 10}" text-anchor="middle">{milliseconds}</text>

            """
        );

    private static string Row(LatencyJudgement judgement, int index)
    {
        var (measured, y) = (judgement.Measured, Top + (index * RowHeight) + (RowHeight / 2));
        var threshold = X(measured.Threshold.Milliseconds);
        return Text(
            $"""
            <text x="8" y="{y + 4}" fill="{Colour(judgement.Verdict)}">{Escape(measured.Probe.Name)}</text>
            <line x1="{Left}" x2="{Width - 10}" y1="{y}" y2="{y}" stroke="#eee"/>
            <path stroke="#1f77b4" stroke-opacity="0.5" d="{Marks(measured.Alone.Target, y - 13)}"/>
            <path stroke="#7f7f7f" stroke-opacity="0.5" d="{Marks(measured.Crowd, y + 2)}"/>
            <line x1="{threshold:0.0}" x2="{threshold:0.0}" y1="{y - 14}" y2="{y + 14}" stroke="#d62728" stroke-width="2"/>

            """
        );
    }

    private static string Marks(LatencySeries series, int y) => string.Concat(series.Sorted.Select(call => Text($"M{X(call):0.0} {y}v11")));

    private static double X(double milliseconds) =>
        Left + ((Math.Log10(Math.Clamp(milliseconds, s_ticks[0], s_ticks[^1])) + 1) / 5 * (Width - 20 - Left));

    /// <summary>Too busy has a colour of its own: it is neither a pass nor a failure.</summary>
    private static string Colour(LatencyVerdict verdict) =>
        verdict switch
        {
            LatencyVerdict.Held => "#2ca02c",
            LatencyVerdict.MachineTooBusy => "#b58900",
            _ => "#d62728",
        };

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
