namespace IntegrationSuite.Tasks;

/// <summary>What a run before found of the services that this run does not make anew, and what this run has in the end of all.</summary>
/// <param name="serviceOf">The service that a finding is of.</param>
/// <param name="fresh">The services that are made anew; null: all.</param>
/// <param name="before">What was found before.</param>
internal sealed class Kept<T>(Func<T, string?> serviceOf, IReadOnlySet<string>? fresh, IReadOnlyList<T> before)
{
    /// <summary>What this run has of all services, once that is known.</summary>
    public IReadOnlyList<T> Now { get; private set; } = [];

    /// <summary>Whether a service's findings are those of the run before.</summary>
    public bool Stands(string? service) => fresh is not null && service is not null && !fresh.Contains(service);

    /// <summary>What was found before of a service whose findings stand.</summary>
    public IEnumerable<T> Of(string service) => Stands(service) ? before.Where(each => serviceOf(each) == service) : [];

    /// <summary>This run's findings, with those of before in place of what it found of the others.</summary>
    public IReadOnlyList<T> Complete(IEnumerable<T> found) =>
        Now = [.. found.Where(each => !Stands(serviceOf(each))), .. before.Where(each => Stands(serviceOf(each)))];
}
