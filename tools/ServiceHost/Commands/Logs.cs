using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost logs SERVICE</c>: what a service wrote.</summary>
internal static class Logs
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var service = new Argument<string>("service") { Description = "Its name in the manifest." };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on until Ctrl+C." };
        var command = new Command("logs", "Print what a service wrote in the run that is, or was last.") { service, follow };
        var options = new RunOptions().AddPlace(command);
        command.SetAction(
            async (parsed, _) =>
            {
                await PrintAsync(Find(options.Place(parsed), parsed.GetValue(service)!), parsed.GetValue(follow));
                return (int)ExitCode.Success;
            }
        );
        return command;
    }

    private static string Find(LaunchOptions options, string service)
    {
        var folder = Path.Combine(options.RunDirectory, "logs");
        var known = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.log") : [];
        return Array.Find(known, file => Path.GetFileNameWithoutExtension(file) == service)
            ?? throw new SuiteException(
                new SuiteError(
                    ErrorCodes.UnknownService,
                    $"There is no log of '{service}' in '{folder}'.{(known.Length == 0 ? "" : $" There are: {NameList.Of([.. known.Select(file => Path.GetFileNameWithoutExtension(file)).Order()])}.")}"
                )
            );
    }

    private static FileStream Open(string file) =>
        PlainFile.TryOpenOwn(file)
        ?? throw new SuiteException(
            new SuiteError(ErrorCodes.UnknownService, $"'{file}' is not a log of yours: it is a link, not a plain file, or another user's.")
        );

    private static async Task PrintAsync(string file, bool follow)
    {
        using var interrupted = new CancellationTokenSource();
        using var signals = new SignalGuard(_ => interrupted.Cancel());
        using var log = new StreamReader(Open(file));
        var part = new char[64 * 1024];
        try
        {
            do
            {
                while (await log.ReadAsync(part, interrupted.Token) is > 0 and var read)
                {
                    Console.Out.Write(part, 0, read);
                }
                await Task.Delay(follow ? s_look : TimeSpan.Zero, interrupted.Token);
            } while (follow);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how following ends.
        }
    }
}
