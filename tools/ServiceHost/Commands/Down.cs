using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost down</c>: stops what runs, whoever holds it.</summary>
internal static class Down
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var now = new Option<bool>("--now") { Description = "Ask nobody: kill." };
        var command = new Command("down", "Stop the services, whoever holds them.") { now };
        var options = new RunOptions().AddPlace(command);
        command.SetAction(
            (parsed, cancel) => RunAsync(options.Place(parsed), parsed.GetValue(now) ? ControlVerb.Kill : ControlVerb.Stop, cancel)
        );
        return command;
    }

    private static async Task<int> RunAsync(LaunchOptions options, ControlVerb verb, CancellationToken cancel)
    {
        var (stopping, clean) = (false, true);
        var ran = await SupervisorRequests.StopAsync(options, verb, "servicehost down", Take, cancel);
        Console.WriteLine(ran ? "✓ All services stopped" : "Nothing runs.");
        return (int)(clean ? ExitCode.Success : ExitCode.StopFailed);

        void Take(RunEvent each)
        {
            stopping |= each.Kind == RunEventKind.Stopping;
            if (stopping && each.Error is { } error)
            {
                clean = false;
                Console.Error.WriteLine(error);
            }
        }
    }
}
