using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report.Sections;

/// <summary>What happened when: a lane for PostgreSQL and for each service and second instance. The page adds the tests.</summary>
/// <param name="Lanes">In the order in which they began.</param>
/// <param name="Marks">What happened to the run as a whole.</param>
internal sealed record TimelineSection(IReadOnlyList<TimelineSection.Lane> Lanes, IReadOnlyList<TimelineSection.Mark> Marks)
{
    private const string Postgres = "PostgreSQL";

    /// <summary>Makes it.</summary>
    public static TimelineSection Of(RunRecords records)
    {
        var last = Clock.Milliseconds(records.Events.LastOrDefault()?.Time);
        return new(
            [
                .. PostgresLanes(records.Events, last),
                .. records
                    .Events.Where(each => each.Service is not null && each.Kind is not RunEventKind.Migrated)
                    .GroupBy(each => each.Service!)
                    .Select(service => LaneOf(records.TitleOf(service.Key), service.Key, [.. service], last)),
            ],
            [.. records.Events.Where(IsOfRun).Select(MarkOf)]
        );
    }

    private static IEnumerable<Lane> PostgresLanes(IReadOnlyList<RunEvent> events, double? last)
    {
        if (events.FirstOrDefault(each => each.Kind == RunEventKind.PostgresReady) is { } ready)
        {
            var up = Clock.Milliseconds(ready.Time);
            Span[] spans = [new(up - (ready.Milliseconds ?? 0), up, "starting"), new(up, last ?? up, "up")];
            yield return new Lane(Postgres, Postgres, "postgres", spans, []);
        }
    }

    /// <summary>A service may start several times: tests stop and start it.</summary>
    private static Lane LaneOf(string title, string name, IReadOnlyList<RunEvent> events, double? last)
    {
        var spans = new List<Span>();
        (double From, string What)? open = null;
        foreach (var each in events)
        {
            var (time, next) = (Clock.Milliseconds(each.Time), StateAfter(each.Kind));
            if (next is null)
            {
                continue;
            }

            spans.AddRange(open is { } begun ? [new Span(begun.From, time, begun.What)] : []);
            open = next == "down" ? null : (time, next);
        }

        spans.AddRange(open is { } still && last is { } end ? [new Span(still.From, end, still.What)] : []);
        var kind = name.Contains('~', StringComparison.Ordinal) ? "instance" : "service";
        return new Lane(name, title, kind, spans, [.. events.Where(each => each.Error is not null).Select(MarkOf)]);
    }

    private static string? StateAfter(RunEventKind kind) =>
        kind switch
        {
            RunEventKind.ServiceStarted => "starting",
            RunEventKind.ServiceHealthy => "up",
            RunEventKind.JobCompleted or RunEventKind.ServiceStopped or RunEventKind.ServiceKilled or RunEventKind.ServiceDied => "down",
            _ => null,
        };

    private static bool IsOfRun(RunEvent each) =>
        each.Service is null
        && (
            each.Error is not null
            || each.Kind is RunEventKind.Ready or RunEventKind.Stopping or RunEventKind.Stopped or RunEventKind.Waiting
        );

    private static Mark MarkOf(RunEvent each) =>
        new(
            Clock.Milliseconds(each.Time),
            each.Error is { IsWarning: false } ? "error" : "note",
            each.Error is { } error ? $"{error.Code}: {error.Message}" : each.Message ?? $"{each.Kind}"
        );

    /// <summary>A lane.</summary>
    /// <param name="Kind"><c>postgres</c>, <c>service</c> or <c>instance</c>.</param>
    internal sealed record Lane(string Name, string Title, string Kind, IReadOnlyList<Span> Spans, IReadOnlyList<Mark> Marks);

    /// <summary>A time in which it was <c>starting</c> or <c>up</c>.</summary>
    internal sealed record Span(double From, double To, string What);

    /// <summary>A moment: an <c>error</c> or a <c>note</c>.</summary>
    internal sealed record Mark(double At, string Kind, string Text);
}
