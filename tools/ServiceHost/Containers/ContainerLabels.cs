namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>The labels that tell a run's containers from all others. A run is told by its name, not by its id, which stays secret.</summary>
internal static class ContainerLabels
{
    private const string Run = "servicehost.run";
    private const string Service = "servicehost.service";

    /// <summary>Of all containers of a run.</summary>
    /// <param name="run">Its name (<see cref="Storage.RunName"/>).</param>
    public static IReadOnlyList<string> Of(string run) => [$"{Run}={run}"];

    /// <summary>Of one service's.</summary>
    public static IReadOnlyList<string> Of(string run, string service) => [.. Of(run), $"{Service}={service}"];
}
