using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>Notes in a run's own directory which engine runs its containers. Whoever cleans up after the run asks that one; and without a note, none.</summary>
internal static class EngineNote
{
    private const string Name = "containers";

    /// <summary>Writes it; before the first container is started.</summary>
    /// <param name="runDirectory">The run's own directory (<see cref="Storage.RunDirectory"/>).</param>
    /// <param name="engine">The engine.</param>
    public static void Write(string runDirectory, ContainerEngine engine)
    {
        using var writer = new StreamWriter(
            new FileStream(Path.Combine(runDirectory, Name), PrivateFolder.File0600(FileMode.Create, FileAccess.Write, FileShare.None))
        );
        writer.Write(string.Join('\n', engine.Words));
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null when the run had no container.</returns>
    public static ContainerEngine? Read(string runDirectory) =>
        PlainFile.TryReadSmall(Path.Combine(runDirectory, Name)) is { Length: > 0 } text ? new ContainerEngine(text.Split('\n')) : null;
}
