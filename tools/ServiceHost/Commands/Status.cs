using System.CommandLine;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost status</c>: what runs.</summary>
internal static class Status
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "The whole state as JSON; null when nothing runs." };
        var command = new Command("status", "Show what runs. Exit code 4 when nothing does.") { json };
        var options = new RunOptions().AddPlace(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var state = await SupervisorRequests.StatusAsync(options.Place(parsed), cancel);
                if (parsed.GetValue(json))
                {
                    await WriteJsonAsync(state, cancel);
                }
                else
                {
                    Console.WriteLine(Describe(state));
                }
                return (int)(state is null ? ExitCode.NotRunning : ExitCode.Success);
            }
        );
        return command;
    }

    // For programs, letter by letter: JSON has its own way to write what is not harmless.
    private static async Task WriteJsonAsync(RunState? state, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, state, ClientJson.Indented, cancel);
        output.WriteByte((byte)'\n');
    }

    private static string Describe(RunState? state)
    {
        if (state is null)
        {
            return "Nothing runs.";
        }
        var kept = state.KeptRunning ? ", until 'servicehost down'" : "";
        var head =
            $"{Word(state.Phase)} since {state.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}, supervisor process {state.Supervisor.Pid}{kept}";
        return head + Environment.NewLine + TextTable.Of([.. state.Services.Select(Row)]);
    }

    private static string[] Row(ServiceState service)
    {
        var process = service.Process is { } running ? $"process {running.Pid}" : "";
        return
        [
            "  " + service.Name,
            Word(service.Phase),
            string.Join(", ", AddressesOf(service)),
            process + (service.Fault is { } fault ? $", but {fault}" : ""),
        ];
    }

    // Of several ports its address has the first.
    private static IEnumerable<string> AddressesOf(ServiceState service) =>
        service.Ports.Where(port => port.Value != service.Port).Select(port => $"{port.Key} {port.Value}").Prepend(service.Url ?? "");

    private static string Word(RunPhase phase) => phase.ToString().ToLowerInvariant();
}
