using System.ComponentModel;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>The client of a container engine: <c>docker</c>, <c>podman</c>, or a program that takes their words.</summary>
/// <param name="Words">The program, and what always follows it.</param>
internal sealed record ContainerEngine(IReadOnlyList<string> Words)
{
    private const int MostShown = 300;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks it.</summary>
    /// <returns>What it answered.</returns>
    /// <exception cref="EngineException">It is not there, does not answer, or refuses.</exception>
    public async Task<string> AskAsync(params IReadOnlyList<string> arguments)
    {
        var run = await RunAsync(arguments);
        return run.ExitCode == 0
            ? run.Output
            : throw new EngineException($"'{this} {arguments[0]}' ended with {ExitText.Of(run.ExitCode)}: {Shown(run.Error)}");
    }

    /// <summary>Asks it what it may refuse.</summary>
    /// <exception cref="EngineException">It is not there, or does not answer.</exception>
    public async Task<ProgramRun> RunAsync(params IReadOnlyList<string> arguments)
    {
        // By its path: .NET would look into the current folder first.
        var program = ProgramPath.Known(Words[0]) ?? throw new EngineException(ExecutablePath.NotFound(Words[0]).Message);
        try
        {
            return await ProgramRun.RunAsync(Cli.Wrap(program).WithArguments([.. Words.Skip(1), .. arguments]), s_patience);
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            throw new EngineException(e.Message);
        }
    }

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', Words);

    private static string Shown(string error) => HarmlessText.OneLine(error.Trim(), MostShown);
}

/// <summary>What a container engine did not do. The message says why, for a person.</summary>
internal sealed class EngineException(string message) : Exception(message);
