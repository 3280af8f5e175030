using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>What a run whose supervisor was killed left with a container engine. Nothing is asked of an engine that the run has not noted.</summary>
internal static class DeadContainers
{
    /// <summary>Their names.</summary>
    /// <param name="runDirectory">The run's own directory.</param>
    /// <param name="runId">The run.</param>
    /// <returns>Of an engine that does not answer, what it said instead.</returns>
    public static IReadOnlyList<string> Find(string runDirectory, string runId)
    {
        try
        {
            return RemovalOf(runDirectory, runId)?.NamesAsync().GetAwaiter().GetResult() ?? [];
        }
        catch (EngineException e)
        {
            return [$"which nobody can name: {e.Message}"];
        }
    }

    /// <summary>Removes them.</summary>
    /// <returns>Why they can't be removed; null when none is left.</returns>
    public static SuiteError? Remove(string runDirectory, string runId)
    {
        try
        {
            RemovalOf(runDirectory, runId)?.RunAsync().GetAwaiter().GetResult();
            return null;
        }
        catch (EngineException e)
        {
            return new SuiteError(
                ErrorCodes.ContainerLeft,
                $"A run that was killed may have left containers, which can't be removed: {e.Message} Start that engine; if it is gone for good, remove '{runDirectory}'."
            );
        }
    }

    private static ContainerRemoval? RemovalOf(string runDirectory, string runId) =>
        EngineNote.Read(runDirectory) is { } engine ? new ContainerRemoval(engine, ContainerLabels.Of(RunName.Of(runId))) : null;
}
