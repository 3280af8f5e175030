using CliWrap;
using CliWrap.Buffered;

namespace Packages;

/// <summary>Runs <c>dotnet</c> and other programs.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="environment">More environment for it.</param>
    /// <param name="words">Its arguments.</param>
    public static Task<BufferedCommandResult> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        params IEnumerable<string> words
    ) => RunAsync("dotnet", folder, environment, words);

    /// <summary>The same with another program than <c>dotnet</c>.</summary>
    public static async Task<BufferedCommandResult> RunAsync(
        string program,
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        params IEnumerable<string> words
    )
    {
        using var patience = new CancellationTokenSource(s_patience);
        return await Cli.Wrap(program)
            .WithArguments(words)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(patience.Token);
    }

    /// <summary>Fails the test, with all that was printed, unless it ended with 0.</summary>
    public static BufferedCommandResult AssertSuccess(this BufferedCommandResult result)
    {
        Assert.AreEqual(0, result.ExitCode, result.StandardOutput + result.StandardError);
        return result;
    }
}
