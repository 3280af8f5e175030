using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>The command line of <c>servicehost</c>.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs it.</summary>
    /// <exception cref="SuiteException">It is wrong, or what it asked for failed.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        // What follows "--" belongs to the command that `run` runs, and is not ours to understand.
        var end = Array.IndexOf(args, "--");
        var command = end < 0 ? [] : args[(end + 1)..];
        var root = new RootCommand("Starts, watches and stops the services of a system, for its integration tests.");
        foreach (
            var each in new[]
            {
                Up.Create(),
                Down.Create(),
                Status.Create(),
                Check.Create(),
                Verify.Create(),
                Logs.Create(),
                Migrate.Create(),
                Doctor.Create(),
                Init.Create(),
                Report.Create(),
                Run.Create(command),
            }
        )
        {
            root.Subcommands.Add(each);
        }
        var parsed = root.Parse(end < 0 ? args : args[..end]);
        if (parsed.Errors.Count > 0)
        {
            // The last is the most precise; an unknown command, for one, also counts as "no command".
            var message = parsed.Errors[^1].Message.ReplaceLineEndings(" ").Replace("\t", "");
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"{message} See: servicehost {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help"
                )
            );
        }
        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }
        );
    }
}
