using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationSuite.Report.Files;
using IntegrationSuite.ServiceHost.Client.Logs;

namespace IntegrationSuite.Report.Traces;

/// <summary>What the services logged: the requests of each trace, and the lines of those traces that are asked for.</summary>
internal sealed partial class TraceBook
{
    /// <summary>Where the logs are, below the folder of the run.</summary>
    public const string LogFolder = "run/logs";

    private const int MostRequests = 1_000_000;
    private const int MostLinesOfTrace = 200;
    private const int LongestLine = 1000;

    private readonly Dictionary<string, List<Request>> _requests = [];
    private readonly Dictionary<string, List<LogLine>> _lines;
    private readonly RecordFolder _folder;
    private readonly OperationNames _operations;
    private int _count;

    private TraceBook(RecordFolder folder, IReadOnlyList<string> logs, OperationNames operations, IEnumerable<string> wanted)
    {
        (_folder, _operations) = (folder, operations);
        _lines = wanted.ToDictionary(trace => trace, _ => new List<LogLine>());
        Logs = logs;
        foreach (var log in Logs)
        {
            Read(log);
        }

        Requests = _requests.ToDictionary(trace => trace.Key, trace => Ordered(trace.Value));
        Callers.Find([.. Requests.Values]);
    }

    /// <summary>The names of the logs that were read: services, their instances, and PostgreSQL.</summary>
    public IReadOnlyList<string> Logs { get; }

    /// <summary>By trace, in the order of their starts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Request>> Requests { get; }

    /// <summary>Reads the logs of a run.</summary>
    /// <param name="run">Its folder.</param>
    /// <param name="logs">The names of its logs.</param>
    /// <param name="operations">Names the requests.</param>
    /// <param name="wanted">The traces whose lines are kept.</param>
    public static TraceBook Read(RecordFolder run, IReadOnlyList<string> logs, OperationNames operations, IEnumerable<string> wanted) =>
        new(run, logs, operations, wanted);

    /// <summary>The names of the logs of a run.</summary>
    public static IReadOnlyList<string> LogsOf(RecordFolder run) =>
        [.. run.Files(LogFolder, "*.log").Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The requests of a trace, in the order of their starts.</summary>
    public IReadOnlyList<Request> Of(string trace) => Requests.TryGetValue(trace, out var found) ? found : [];

    /// <summary>The lines of a trace that was asked for, in the order of their times.</summary>
    public IReadOnlyList<LogLine> LinesOf(string trace) =>
        _lines.TryGetValue(trace, out var found) ? [.. found.OrderBy(line => line.Time)] : [];

    private void Read(string log)
    {
        foreach (var line in _folder.Lines($"{LogFolder}/{log}.log"))
        {
            if (TraceId().Match(line) is { Success: true } id)
            {
                Take(log, line, id.Value);
            }
        }
    }

    private void Take(string log, string line, string likelyTrace)
    {
        try
        {
            using var json = line.StartsWith('{') ? JsonDocument.Parse(line) : null;
            if (json is { RootElement.ValueKind: JsonValueKind.Object })
            {
                var members = new LogMembers(json.RootElement);
                var trace = members.TraceId ?? likelyTrace;
                Keep(trace, new LogLine(log, Shortened(Readable(members) ?? line), members.Time, members.Failed));
                Count(trace, RequestOf(log, members));
                return;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It was cut short, or has half of a surrogate pair: a line of text like any other.
        }

        Keep(likelyTrace, new LogLine(log, Shortened(line), null, Failed: false));
    }

    // Of a line in JSON what tells something; the rest is repeated in each line.
    private static string? Readable(LogMembers line) =>
        line.Message is { Length: > 0 } message
            ? string.Join('\n', new[] { $"{line.Level} {message}".Trim(), line.Exception }.Where(part => !string.IsNullOrEmpty(part)))
            : null;

    private Request? RequestOf(string log, LogMembers line) =>
        line is { Method: { } method, Path: { } path, Status: { } status, Time: { } time }
            ? new Request(log, _operations.Of(method, path), status, Milliseconds(time) - (line.Milliseconds ?? 0), line.Milliseconds ?? 0)
            : null;

    private void Count(string trace, Request? request)
    {
        if (request is null || ++_count > MostRequests)
        {
            return;
        }

        if (!_requests.TryGetValue(trace, out var requests))
        {
            _requests[trace] = requests = [];
        }

        requests.Add(request);
        if (_count == MostRequests)
        {
            _folder.Note($"The logs have more than {MostRequests} requests; the map shows the first of them.");
        }
    }

    private void Keep(string trace, LogLine line)
    {
        if (_lines.TryGetValue(trace, out var lines) && lines.Count < MostLinesOfTrace)
        {
            lines.Add(line);
        }
    }

    // Of two that began together the one that lasted longer may have made the other.
    private static IReadOnlyList<Request> Ordered(List<Request> trace) =>
        [.. trace.OrderBy(request => request.Start).ThenByDescending(request => request.End)];

    private static string Shortened(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";

    private static double Milliseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    [GeneratedRegex(@"(?<![0-9a-fA-F])[0-9a-f]{32}(?![0-9a-fA-F])")]
    private static partial Regex TraceId();
}

/// <summary>A log line of a trace.</summary>
/// <param name="Log">The service or instance whose log has it.</param>
/// <param name="Text">The line, its first part if it is long.</param>
/// <param name="Time">When it was written, if it says so.</param>
/// <param name="Failed">It tells of a fault.</param>
internal sealed record LogLine(string Log, string Text, DateTimeOffset? Time, bool Failed);
