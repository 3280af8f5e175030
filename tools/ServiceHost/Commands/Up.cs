using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost up</c>: starts the services and keeps them while the terminal is open, or until <c>down</c>.</summary>
internal static class Up
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var keep = new Option<bool>("--keep", "--detach")
        {
            Description = "Return once all are healthy; they run until 'servicehost down'.",
        };
        var command = new Command("up", "Start the services. Ctrl+C stops them, twice kills them.") { keep };
        var options = new RunOptions().AddAll(command);
        command.SetAction((parsed, _) => RunAsync(options.Launch(parsed, parsed.GetValue(keep))));
        return command;
    }

    private static async Task<int> RunAsync(LaunchOptions options)
    {
        using var session = await HeldRun.StartAsync(options, "servicehost up", Console.Out);
        if (!await session.ReadyAsync())
        {
            await session.EndAsync();
            return (int)ExitCode.Interrupted;
        }
        if (options.KeepRunning)
        {
            Console.WriteLine("They keep running. Stop them with: servicehost down");
        }
        else
        {
            Console.WriteLine("Ctrl+C stops them.");
            await session.UntilOverAsync();
        }
        var end = await session.EndAsync();
        if (session.CutShort is { } error)
        {
            Console.Error.WriteLine(error.Message); // no failure: somebody wanted it
        }
        return (int)end;
    }
}
