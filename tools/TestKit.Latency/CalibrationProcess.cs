using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>An HTTP endpoint in a process of the suite's own, whose every call costs the same: what a call costs on this machine at this moment.</summary>
/// <remarks>It ends when its stdin does: if this process is killed, the kernel closes the pipe. It bears the run's id besides, by which the supervisor finds what is left of a run.</remarks>
public sealed class CalibrationProcess : IAsyncDisposable
{
    /// <summary>Calls that don't count: while its code is compiled, a quiet machine looks busy, and a fault would be excused.</summary>
    private const int WarmUp = 100;

    private static readonly TimeSpan s_mostToEnd = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _end;
    private readonly CommandTask<CommandResult> _running;
    private readonly HttpClient _client;

    private CalibrationProcess(CommandTask<CommandResult> running, TaskCompletionSource end, Uri address, QuietMachine quiet)
    {
        (_running, _end, Quiet) = (running, end, quiet);
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    /// <summary>What its calls cost on a quiet machine.</summary>
    public QuietMachine Quiet { get; }

    /// <summary>Starts it and warms it up.</summary>
    /// <param name="quiet">See <see cref="Quiet"/>.</param>
    /// <exception cref="InvalidOperationException">It did not come up.</exception>
    public static async Task<CalibrationProcess> StartAsync(QuietMachine quiet)
    {
        var (end, firstLine) = (
            new TaskCompletionSource(),
            new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        var command = Cli.Wrap(DotnetHost.FilePath)
            .WithArguments(DotnetHost.ArgumentsOfLibrary("Calibration.dll"))
            .WithWorkingDirectory(AppContext.BaseDirectory)
            // As in the services of PerformanceTest: each call costs the same from the first on.
            .WithEnvironmentVariables(environment =>
                environment.Set(RunState.IdVariable, RunningSuite.TryState()?.RunId).Set("DOTNET_TieredCompilation", "0")
            )
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(PipeSource.Create((_, ended) => end.Task.WaitAsync(ended)))
            .WithStandardOutputPipe(PipeTarget.Create((stdout, _) => ReadAsync(stdout, firstLine)));
        var running = command.ExecuteAsync(start => start.RedirectStandardError = false);
        var calibration = Uri.TryCreate(await firstLine.Task, UriKind.Absolute, out var address)
            ? new CalibrationProcess(running, end, address, quiet)
            : throw new InvalidOperationException($"The calibration endpoint did not start; what it said stands above. Try: {command}");
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

    /// <summary>Ends it, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _end.SetResult(); // closes its stdin
        await _running.Task.WaitAsync(s_mostToEnd);
    }

    // Whatever else it says must not make it wait.
    private static async Task ReadAsync(Stream stdout, TaskCompletionSource<string?> firstLine)
    {
        using var reader = new StreamReader(stdout);
        firstLine.SetResult(await BoundedText.ReadLineAsync(reader));
        await BoundedText.ReadAllAsync(reader, most: 0);
    }
}
