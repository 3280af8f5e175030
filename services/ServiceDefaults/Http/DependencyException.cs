namespace ServiceDefaults.Http;

/// <summary>Another service did not answer, or not with sense. The caller answers 503 and names it.</summary>
public sealed class DependencyException(string dependency, string why, Exception? cause = null)
    : Exception($"The {dependency} service {why}.", cause)
{
    /// <summary>The name of the service.</summary>
    public string Dependency { get; } = dependency;
}
