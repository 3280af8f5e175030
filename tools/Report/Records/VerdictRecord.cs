using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report.Records;

/// <summary>Of <c>results/verdict.json</c> what the page shows.</summary>
/// <param name="Verdict"><c>passed</c>, <c>failed</c> or <c>inconclusive</c>.</param>
/// <param name="UnchangedSince">The runs whose outcomes stand for tests that nothing has changed for.</param>
internal sealed record VerdictRecord(
    string? Verdict,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? Filter,
    IReadOnlyList<SuiteError>? Errors,
    IReadOnlyList<string>? UnchangedSince
);

/// <summary>Of <c>run/state.json</c> what the page shows: no address of a database, which has a password.</summary>
internal sealed record StateRecord(DateTimeOffset? StartedAt, IReadOnlyList<StateRecord.Service>? Services)
{
    /// <summary>Without what has no name.</summary>
    public StateRecord Sound() => this with { Services = [.. Services?.Where(service => service?.Name is not null) ?? []] };

    internal sealed record Service(string Name, string? Title, string? Url, RunPhase Phase, ExitState? Exit, string? Fault);
}
