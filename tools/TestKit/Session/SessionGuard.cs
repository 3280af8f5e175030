using System.Diagnostics;
using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using Microsoft.Testing.Platform.Capabilities.TestFramework;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Services;

namespace IntegrationSuite.TestKit.Session;

/// <summary>Ends the tests when what they stand on goes away: the services, or the platform's process that watches over this one.</summary>
internal sealed class SessionGuard(IServiceProvider services)
{
    // What a test asks of a service meanwhile fails at once.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _testsEnded = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>The tests begin.</summary>
    public void Begin() => _watching = WatchAsync();

    /// <summary>The tests have ended: from now on nothing is cut short.</summary>
    public Task EndAsync()
    {
        _testsEnded.TrySetResult();
        return _watching;
    }

    /// <summary>No further test begins, and the session comes to its end as any other: every extension writes what it has. A test that goes on is ended with its process.</summary>
    private async Task WatchAsync()
    {
        if (await Task.WhenAny(_testsEnded.Task, RunningSuite.Loss, ControllersEndAsync()) == _testsEnded.Task)
        {
            return;
        }

        await StopTestsAsync();
        if (await Task.WhenAny(_testsEnded.Task, Task.Delay(s_patience)) != _testsEnded.Task)
        {
            var cause = RunningSuite.Loss.IsCompleted
                ? RunningSuite.Loss.Result.ToString()
                : "The process that watched over the tests has ended.";
            Console.Error.WriteLine(HarmlessText.Of(cause));
            ProcessIdentities.Own.Kill();
        }
    }

#pragma warning disable TPEXP // The platform has no other word for it, and calls this one experimental.
    private Task StopTestsAsync() =>
        services
            .GetRequiredService<ITestFrameworkCapabilities>()
            .GetCapability<IGracefulStopTestExecutionCapability>()
            ?.StopTestExecutionAsync(CancellationToken.None)
        ?? Task.CompletedTask;
#pragma warning restore TPEXP

    // The platform itself would leave this process behind.
    private Task ControllersEndAsync() =>
        services.GetCommandLineOptions().TryGetOptionArgumentList("internal-testhostcontroller-pid", out var pid)
            ? Array
                .Find(Process.GetProcesses(), process => process.Id == int.Parse(pid[0], CultureInfo.InvariantCulture))
                ?.WaitForExitAsync()
                ?? Task.CompletedTask
            : Task.Delay(Timeout.Infinite);
}
