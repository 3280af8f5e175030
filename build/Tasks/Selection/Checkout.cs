using System.ComponentModel;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>What is checked out in a folder.</summary>
internal static class Checkout
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Its commit; null when something is not committed, or git can't tell.</summary>
    public static string? Commit(string folder) =>
        Git(folder, "status", "--porcelain") is "" ? Git(folder, "rev-parse", "--short", "HEAD")?.Trim() : null;

    private static string? Git(string folder, params string[] arguments)
    {
        try
        {
            var command = Cli.Wrap("git").WithWorkingDirectory(folder).WithArguments(arguments);
            var run = ProgramRun.RunAsync(command, s_patience).GetAwaiter().GetResult();
            return run.ExitCode == 0 ? run.Output : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return null;
        }
    }
}
