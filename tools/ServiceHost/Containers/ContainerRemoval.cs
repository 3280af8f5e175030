namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>Removes the containers that carry certain labels, whatever they do, and proves that they are gone.</summary>
/// <param name="engine">Whose containers.</param>
/// <param name="labels">All of which they carry.</param>
internal sealed class ContainerRemoval(ContainerEngine engine, IReadOnlyList<string> labels)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>The names of those that there are, running or not.</summary>
    /// <exception cref="EngineException">The engine does not answer.</exception>
    public async Task<IReadOnlyList<string>> NamesAsync()
    {
        var filters = labels.SelectMany(label => (string[])["--filter", $"label={label}"]);
        var names = await engine.AskAsync(["ps", "--all", .. filters, "--format", "{{.Names}}"]);
        return names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Removes them.</summary>
    /// <exception cref="EngineException">The engine does not answer, or they can't be removed.</exception>
    public async Task RunAsync()
    {
        var (started, said) = (TimeProvider.System.GetTimestamp(), "");
        while (await NamesAsync() is { Count: > 0 } left)
        {
            if (TimeProvider.System.GetElapsedTime(started) > s_patience)
            {
                throw new EngineException($"'{engine} rm --force' does not remove {string.Join(", ", left)}: {said.Trim()}");
            }
            // It may refuse what it is just removing itself; whether it is gone is seen by looking again.
            said = (await engine.RunAsync(["rm", "--force", "--volumes", .. left])).Error;
        }
    }
}
