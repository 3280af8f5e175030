using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>The lines that differ from another commit, as git tells them.</summary>
internal sealed partial class ChangedLines
{
    private const string NewFile = "+++ b/";

    private readonly Dictionary<string, List<(int First, int Count)>> _hunks = [];
    private List<(int First, int Count)> _inFile = [];

    private ChangedLines() { }

    /// <summary>Asks git.</summary>
    /// <param name="folder">What files are named from.</param>
    /// <param name="commit">A commit, branch or tag; the working tree is compared with where this work left it.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="SuiteException">SUITE803: git does not know it, or there is no git.</exception>
    public static async Task<ChangedLines> SinceAsync(string folder, string commit, CancellationToken cancel)
    {
        string[] arguments =
        [
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--relative",
            "--merge-base",
            "--end-of-options",
            commit,
            "--",
            ".",
        ];
        var (lines, errors) = (new ChangedLines(), new StringBuilder());
        try
        {
            var ended = await Cli.Wrap("git")
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(lines.Take))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancel);
            return ended.ExitCode == 0 ? lines : throw Unknown(commit, errors.ToString().Trim());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Unknown(commit, e.Message);
        }
    }

    /// <summary>Reads a diff without context.</summary>
    public static ChangedLines Parse(string diff)
    {
        var lines = new ChangedLines();
        diff.Split('\n').ToList().ForEach(lines.Take);
        return lines;
    }

    /// <summary>Whether a mutant lies on one of them.</summary>
    public bool Has(Mutant mutant) =>
        _hunks.TryGetValue(mutant.File, out var hunks)
        && hunks.Exists(hunk => mutant.End.Line >= hunk.First && mutant.Start.Line < hunk.First + hunk.Count);

    private void Take(string line)
    {
        if (line.StartsWith(NewFile, StringComparison.Ordinal))
        {
            _hunks[line[NewFile.Length..].TrimEnd()] = _inFile = [];
        }
        else if (Hunk().Match(line) is { Success: true } hunk)
        {
            _inFile.Add((Number(hunk.Groups["first"], 0), Number(hunk.Groups["count"], 1)));
        }
    }

    private static int Number(Group group, int otherwise) =>
        group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : otherwise;

    private static SuiteException Unknown(string commit, string said) =>
        new(new SuiteError(ErrorCodes.ChangesUnknown, $"git could not tell what changed since '{commit}' (MutationSince): {said}"));

    [GeneratedRegex(@"^@@ -\S+ \+(?<first>\d+)(?:,(?<count>\d+))? @@")]
    private static partial Regex Hunk();
}
