using System.ComponentModel;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What of a git working copy says which sources ran. Each is null where git can't tell: no git, no repository, another user's.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Branch">The branch; null when none is checked out.</param>
/// <param name="Changed">Files differ from the commit, or are not in it.</param>
internal sealed record GitState(string? Commit, string? Branch, bool? Changed)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks git.</summary>
    public static async Task<GitState> ReadAsync(string folder)
    {
        var answers = await Task.WhenAll(
            AskAsync(folder, "rev-parse", "HEAD"),
            AskAsync(folder, "symbolic-ref", "--quiet", "--short", "HEAD"),
            AskAsync(folder, "status", "--porcelain")
        );
        return new GitState(answers[0], answers[1], answers[2] is { } changes ? changes.Length > 0 : null);
    }

    private static async Task<string?> AskAsync(string folder, params string[] words)
    {
        try
        {
            var run = await ProgramRun.RunAsync(
                Cli.Wrap("git").WithWorkingDirectory(folder).WithArguments(["--no-optional-locks", .. words]),
                s_patience
            );
            return run.ExitCode == 0 ? run.Output.Trim() : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return null;
        }
    }
}
