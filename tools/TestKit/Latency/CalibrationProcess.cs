using System.Diagnostics;
using ServiceHost.Client;
using TestKit.Session;

namespace TestKit.Latency;

/// <summary>An HTTP endpoint in a process of the suite's own, whose every call costs the same: what a call costs on this machine at this moment.</summary>
/// <remarks>It ends when its stdin does: if this process is killed, the kernel closes the pipe. It bears the run's id besides, by which the supervisor finds what is left of a run.</remarks>
public sealed class CalibrationProcess : IAsyncDisposable
{
    /// <summary>On a quiet machine the slow calls take up to 2.3 times as long as the quick ones.</summary>
    private const double QuietSpread = 2.5;

    /// <summary>And half of the calls hardly longer. Beside other work, also when it is steady, they do, and an operation that waits more often than the calibration suffers more.</summary>
    private const double QuietMiddle = 1.6;

    /// <summary>Calls that don't count: while its code is compiled, a quiet machine looks busy, and a fault would be excused.</summary>
    private const int WarmUp = 300;

    private static readonly TimeSpan s_mostToEnd = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly HttpClient _client;

    private CalibrationProcess(Process process, Uri address, double? quiet)
    {
        (_process, Quiet) = (process, quiet ?? double.MaxValue);
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    /// <summary>The least 10th percentile that any series showed, in milliseconds: what a call costs when the machine has nothing else to do.</summary>
    public double Quiet { get; private set; }

    /// <summary>Starts it and warms it up; the test project must reference <c>tools/Calibration</c>, which puts it beside the test executable.</summary>
    /// <param name="quiet">What <see cref="Quiet"/> was in an earlier session on such a machine: by it a machine is known to be busy that is so from the first call to the last.</param>
    /// <exception cref="InvalidOperationException">It did not come up.</exception>
    public static async Task<CalibrationProcess> StartAsync(double? quiet = null)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, [Path.Combine(AppContext.BaseDirectory, "Calibration.dll")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment[RunState.IdVariable] = RunningSuite.TryState()?.RunId;
        var process = Process.Start(start)!;
        var calibration = Uri.TryCreate(await process.StandardOutput.ReadLineAsync(), UriKind.Absolute, out var address)
            ? new CalibrationProcess(process, address, quiet)
            : throw new InvalidOperationException($"The calibration endpoint did not start; what it said stands above. Try: {start.FileName} {start.ArgumentList[0]}");
        for (var i = 0; i < WarmUp; i++)
        {
            await calibration.TimeAsync();
        }

        return calibration;
    }

    /// <summary>Calls it once.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> TimeAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        return await LatencyProbe.TimeAsync(_client, request, CancellationToken.None);
    }

    /// <summary>Whether a series of calls is far above their quiet value.</summary>
    public bool IsMachineBusy(LatencySeries calls)
    {
        Quiet = Math.Min(Quiet, calls.P10);
        return calls.P95 > QuietSpread * Quiet || calls.P50 > QuietMiddle * Quiet;
    }

    /// <summary>Ends it, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(s_mostToEnd);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
    }
}
