using System.Text.RegularExpressions;
using IntegrationSuite.Report.Records;
using IntegrationSuite.Report.Traces;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report.Sections;

/// <summary>The top of the page: the verdict, why it is not passed, and what ran where and when.</summary>
/// <param name="Verdict"><c>passed</c>, <c>failed</c>, <c>inconclusive</c>, or null: the run did not come to its end.</param>
/// <param name="StartedAt">In milliseconds since 1970, as all times of the page.</param>
/// <param name="Milliseconds">How long it took, as far as is known.</param>
/// <param name="Reasons">Why it is not passed.</param>
/// <param name="Facts">Name and value.</param>
internal sealed partial record RunSection(
    string? Verdict,
    double? StartedAt,
    double? Milliseconds,
    IReadOnlyList<SuiteError> Reasons,
    IReadOnlyList<string[]> Facts
)
{
    private const int FirstLines = 20;
    private const int MostReasons = 200;
    private const int MostRuns = 5;
    private const int ShortCommit = 10;

    /// <summary>Makes it.</summary>
    public static RunSection Of(RunRecords records)
    {
        var start = records.Facts?.StartedAt ?? records.Verdict?.StartedAt ?? records.Events.FirstOrDefault()?.Time;
        var end =
            records.Verdict?.FinishedAt
            ?? records.Projects.Select(project => project.FinishedAt).Append(records.Events.LastOrDefault()?.Time).Max();
        var errors = records.Verdict?.Errors ?? [.. records.Events.Select(each => each.Error).OfType<SuiteError>()];
        return new RunSection(
            records.Verdict?.Verdict,
            Clock.Milliseconds(start),
            start is null || end is null ? null : (end - start).Value.TotalMilliseconds,
            [.. errors.Where(error => error is { IsWarning: false, Message: not null, Code: not null }).Distinct().Take(MostReasons)],
            [.. FactsOf(records).Where(fact => fact[1] is { Length: > 0 })]
        );
    }

    private static IEnumerable<string[]> FactsOf(RunRecords records)
    {
        if (records.Facts is { } facts)
        {
            yield return
            [
                "Ran",
                $"{facts.Concern ?? "all concerns"}{(facts.Filter is { Length: > 0 } filter ? $", filter {filter}" : "")}",
            ];
            yield return ["Commit", CommitOf(facts.Commit, facts.Branch, facts.Changed)];
            yield return ["Configuration", facts.Configuration ?? ""];
            yield return ["Suite", facts.Suite?.Split('+')[0] ?? ""];
            yield return [".NET SDK", facts.Sdk ?? ""];
            yield return ["Machine", $"{facts.Machine}, {facts.Processors} processors, {facts.MemoryMb / 1024.0:0.#} GB, {facts.System}"];
        }

        yield return ["Unchanged tests", NamesOf(records.Verdict?.UnchangedSince)];
        yield return ["Database", PostgresOf(records) ?? ""];
        yield return ["Services", $"{records.State?.Services?.Count}"];
    }

    private static string NamesOf(IReadOnlyList<string>? runs) =>
        runs is { Count: > 0 } ? $"left out: their outcomes are of {string.Join(", ", runs.Take(MostRuns))}" : "";

    private static string CommitOf(string? commit, string? branch, bool? changed) =>
        commit is not { Length: >= ShortCommit }
            ? ""
            : $"{commit[..ShortCommit]}{(branch is null ? "" : $" on {branch}")}{(changed == true ? ", with changes" : "")}";

    private static string? PostgresOf(RunRecords records) =>
        !records.Traces.Logs.Contains("postgres")
            ? null
            : records
                .Run.Lines($"{TraceBook.LogFolder}/postgres.log")
                .Take(FirstLines)
                .Select(line => Postgres().Match(line))
                .FirstOrDefault(found => found.Success)
                ?.Groups["version"]
                .Value;

    [GeneratedRegex(@"starting (?<version>PostgreSQL [\w.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Postgres();
}
