using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Configurations;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Services;
using ServiceHost.Client;
using TestKit.Contracts.Matrix;
using TestKit.Latency.Report;

namespace TestKit.Session;

/// <summary>Holds a lease on the services for the length of a test session, and writes down how each test ended.</summary>
internal sealed class SuiteSession(IServiceProvider services) : ITestSessionLifetimeHandler, IDataConsumer
{
    private readonly TestLog _log = new();
    private readonly bool _isDiscovery = services.GetCommandLineOptions().IsOptionSet("list-tests");

    /// <inheritdoc />
    public string Uid => nameof(SuiteSession);

    /// <inheritdoc />
    public string Version => "1.0.0";

    /// <inheritdoc />
    public string DisplayName => "Integration suite";

    /// <inheritdoc />
    public string Description => "Holds a lease on the running services.";

    /// <inheritdoc />
    public Type[] DataTypesConsumed => [typeof(TestNodeUpdateMessage)];

    /// <inheritdoc />
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <inheritdoc />
    public async Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext)
    {
        if (_isDiscovery)
        {
            return;
        }

        try
        {
            await RunningSuite.OpenAsync(testSessionContext.CancellationToken);
        }
        catch (SuiteException e)
        {
            // Without services no test says anything: the process ends with the cause alone, not with a stack trace.
            e.Errors.ToList().ForEach(Tell);
            Environment.Exit((int)ExitCode.Failed);
        }
    }

    /// <inheritdoc />
    public Task ConsumeAsync(IDataProducer dataProducer, IData value, CancellationToken cancellationToken)
    {
        if (value is TestNodeUpdateMessage message)
        {
            _log.Add(message.TestNode);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        if (_isDiscovery)
        {
            return;
        }

        var results = services.GetConfiguration().GetTestResultDirectory();
        await ContractMatrix.WriteAsync(results, TestLog.Project);
        var errors = await RunningSuite.CloseAsync();
        _log.Write(results, errors);
        LatencyLog.Write(results);
        if (errors.Count > 0)
        {
            // The run fails even if no test noticed.
            errors.ToList().ForEach(Tell);
            Environment.Exit((int)ExitCode.Failed);
        }
    }

    private static void Tell(SuiteError error) => Console.Error.WriteLine(HarmlessText.Of(error.ToString()));
}
