using Clients;

namespace Workflows.ServiceAway;

/// <summary>An operation of a service that calls another.</summary>
/// <param name="Caller">The service that is asked.</param>
/// <param name="Callee">The service that it asks.</param>
/// <param name="Operation">By which operation.</param>
/// <param name="PrepareAsync">Makes the data, with all services well.</param>
/// <param name="Times">So many times it asks, or more.</param>
internal sealed record ServiceCall(
    string Caller,
    string Callee,
    string Operation,
    Func<Services, Task<Attempt>> PrepareAsync,
    int Times = 1
)
{
    /// <summary>Every call from service to service.</summary>
    public static IReadOnlyList<ServiceCall> All { get; } =
    [
        new("ingestion", "facts", "ingest a file", Attempts.IngestAsync, Times: 3),
        new("ingestion", "caseblock", "ingest a file", Attempts.IngestAsync),
        new("ingestion", "signature", "ingest a file", Attempts.IngestAsync),
        new("ingestion", "caselaw", "ingest a file", Attempts.IngestAsync),
        new("export", "records", "export a draft", Attempts.ExportAsync, Times: 2),
        new("export", "exhibits", "export a draft", Attempts.ExportAsync),
        new("export", "caselaw", "export a draft", Attempts.ExportAsync),
        new("facts", "exhibits", "link an exhibit", Attempts.LinkExhibitAsync),
        new("facts", "exhibits", "tell a claim's support", Attempts.TellSupportAsync, Times: 3),
        new("exhibits", "records", "create an exhibit", Attempts.CreateExhibitAsync, Times: 3),
        new("exhibits", "records", "add a document", Attempts.AddDocumentAsync),
        new("caselaw", "records", "make a table of authorities", Attempts.MakeTableAsync),
    ];

    /// <summary>A call by its name.</summary>
    public static ServiceCall Find(string name) => All.Single(call => call.ToString() == name);

    /// <inheritdoc />
    public override string ToString() => $"{Operation}: {Caller} asks {Callee}";
}
