using System.Text.RegularExpressions;
using IntegrationSuite.Report.Records;
using IntegrationSuite.Report.Traces;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>What is likeliest to blame for a test's failure.</summary>
/// <param name="Service">The service; null when nothing points to one.</param>
/// <param name="Operation">Its operation, or its migration; null when it is the service as a whole.</param>
/// <param name="Why">By which sign.</param>
internal sealed partial record Culprit(string? Service, string? Operation, string Why)
{
    /// <summary>Looks for it, by the surest sign first.</summary>
    public static Culprit Of(
        RunRecords records,
        TestResult test,
        TestOutput output,
        IReadOnlyList<Request> requests,
        IReadOnlyList<LogLine> lines
    ) =>
        OfDeath(records, test)
        ?? OfInnermostFault(requests)
        ?? OfFaultInLog(requests, lines)
        ?? OfLastCall(records, output)
        ?? OfMigration(test)
        ?? OfName(records, test)
        ?? new Culprit(null, null, "nothing points to a service");

    /// <summary>What a service that died leaves is the same for all its callers.</summary>
    private static Culprit? OfDeath(RunRecords records, TestResult test)
    {
        if (test.Message is not { } message || !message.Contains(ErrorCodes.ServiceDied, StringComparison.Ordinal))
        {
            return null;
        }

        var dead = records
            .Events.Where(each => each.Kind == RunEventKind.ServiceDied)
            .Select(each => each.Service?.Split('~')[0])
            .OfType<string>()
            .ToList();
        var service = dead.Find(name => Word(name).IsMatch(message)) ?? dead.FirstOrDefault();
        return service is null ? null : new Culprit(service, null, "it ended while it was in use");
    }

    /// <summary>Of a fault that is passed on, the service that broke, and not those that had called it.</summary>
    private static Culprit? OfInnermostFault(IReadOnlyList<Request> requests) =>
        requests.Where(request => request.Failed).MaxBy(request => request.Depth) is { } fault
            ? new Culprit(fault.Service, fault.Operation, "the innermost request that failed in its trace")
            : null;

    private static Culprit? OfFaultInLog(IReadOnlyList<Request> requests, IReadOnlyList<LogLine> lines)
    {
        if (lines.FirstOrDefault(line => line.Failed) is not { } fault)
        {
            return null;
        }

        var at = fault.Time is { } time ? (time - DateTimeOffset.UnixEpoch).TotalMilliseconds : double.NaN;
        var during = requests.LastOrDefault(request => request.Log == fault.Log && request.Start <= at && at <= request.End);
        return new Culprit(fault.Log.Split('~')[0], during?.Operation, "the first error in its trace");
    }

    private static Culprit? OfLastCall(RunRecords records, TestOutput output) =>
        output is { Service: { } service, Operation: { } operation } && operation.Split(' ', 2) is [var method, var path]
            ? new Culprit(service.Split('~')[0], records.Operations.Of(method, path), "the last that the test had called")
            : null;

    // «orders, V2__add_totals.sql: rows survive a migration»: MigrationProofTests.NameOf.
    private static Culprit? OfMigration(TestResult test) =>
        ProofName.Match(test.Name) is { } proof ? new Culprit(proof.Service, proof.File, "its migration does not keep a rule") : null;

    private static Culprit? OfName(RunRecords records, TestResult test) =>
        records
            .State?.Services?.Select(service => service.Name)
            .FirstOrDefault(name => Word(name).IsMatch($"{test.ClassName} {test.Name} {test.Message}"))
            is { } named
            ? new Culprit(named, null, "the test names it")
            : null;

    private static Regex Word(string name) => new($@"(?<![\w-]){Regex.Escape(name)}(?![\w-])", RegexOptions.IgnoreCase);
}
