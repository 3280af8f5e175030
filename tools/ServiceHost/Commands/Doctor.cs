using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Doctor;
using IntegrationSuite.ServiceHost.Doctor.Checks;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost doctor</c>: says what keeps a run from being sound, and mends what is provably the suite's own.</summary>
internal static class Doctor
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var fix = new Option<bool>("--fix") { Description = "End and remove what earlier runs left. Strangers are never touched." };
        var command = new Command(
            "doctor",
            "Find what keeps a run from being sound: leftovers, ports, PostgreSQL, SDK, disk, state. Exit code 1 when there is something."
        )
        {
            fix,
        };
        var options = new RunOptions().AddPlace(command).AddPostgres(command);
        command.SetAction(parsed =>
        {
            var context = DoctorContext.Of(options.Place(parsed) with { PostgresConnectionString = options.Postgres(parsed) });
            var well = new Examination(Console.Out, Console.Error, parsed.GetValue(fix)).Run(context);
            return (int)(well ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }
}
