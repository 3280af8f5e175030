using System.ComponentModel;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>What a command runs: its program, and the files that git knows of or that nobody told it to ignore.</summary>
internal static class CommandContent
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Reads it.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="inputs">git's pathspecs of its files, from that folder on; none: all that git does not ignore.</param>
    /// <returns>Null when git can't tell.</returns>
    public static string? Of(string folder, IReadOnlyList<string> command, IReadOnlyList<string> inputs) =>
        FilesOf(folder, inputs) is { } files
            ? Digest.Of([
                FolderContent.Of(folder, files),
                ProgramPath.Find(command[0], Environment.GetEnvironmentVariable("PATH") ?? "", folder) is { } program
                    ? FolderContent.OfFile(program)
                    : "",
            ])
            : null;

    private static List<string>? FilesOf(string folder, IReadOnlyList<string> inputs)
    {
        // What is named counts also where git ignores it: a build's product.
        string[] which = inputs.Count == 0 ? ["--exclude-standard", "--", "."] : ["--", .. inputs.Select(input => $":(glob){input}")];
        try
        {
            var list = Cli.Wrap("git").WithWorkingDirectory(folder).WithArguments(["ls-files", "-z", "--cached", "--others", .. which]);
            var run = ProgramRun.RunAsync(list, s_patience).GetAwaiter().GetResult();
            return run.ExitCode == 0 && run.Output.Length < BoundedText.Most // not cut
                ? [.. run.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(folder, file)))]
                : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException or DirectoryNotFoundException)
        {
            return null; // no git, or nowhere to ask
        }
    }
}
