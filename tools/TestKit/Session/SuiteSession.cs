using IntegrationSuite.ServiceHost.Client;
using Microsoft.Testing.Extensions.TrxReport.Abstractions;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Configurations;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Services;

namespace IntegrationSuite.TestKit.Session;

/// <summary>Holds a lease on the services for the length of a test session.</summary>
internal sealed class SuiteSession(IServiceProvider services) : ITestSessionLifetimeHandler, IDataProducer
{
    private readonly bool _isDiscovery = services.GetCommandLineOptions().IsOptionSet("list-tests");
    private readonly SessionGuard _guard = new(services);

    /// <inheritdoc />
    public string Uid => nameof(SuiteSession);

    /// <inheritdoc />
    public string Version => "1.0.0";

    /// <inheritdoc />
    public string DisplayName => "Integration suite";

    /// <inheritdoc />
    public string Description => "Holds a lease on the running services.";

    /// <inheritdoc />
    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

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
            // Without services no test says anything: the platform calls the session off, and it ends with the cause alone.
            e.Errors.ToList().ForEach(error => Console.Error.WriteLine(TextOf(error)));
            throw new OperationCanceledException(testSessionContext.CancellationToken);
        }

        _guard.Begin();
    }

    /// <inheritdoc />
    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        if (_isDiscovery)
        {
            return;
        }

        await _guard.EndAsync();
        await SessionParts.WriteAsync(services.GetConfiguration().GetTestResultDirectory());
        foreach (var error in await RunningSuite.CloseAsync())
        {
            var message = new TestNodeUpdateMessage(testSessionContext.SessionUid, Failure(TextOf(error)));
            await services.GetMessageBus().PublishAsync(this, message);
        }
    }

    /// <summary>As a test that failed: the run fails even if no test noticed, and every report has the cause.</summary>
    private static TestNode Failure(string text) =>
        new()
        {
            Uid = text,
            DisplayName = "The services",
            Properties = new PropertyBag(
                new ErrorTestNodeStateProperty(text),
                new TrxExceptionProperty(text, null),
                new TrxFullyQualifiedTypeNameProperty("IntegrationSuite.TestKit.Suite")
            ),
        };

    private static string TextOf(SuiteError error) => HarmlessText.Of(error.ToString());
}
