using System.Text.Json;
using System.Text.Json.Nodes;
using Clients;
using Clients.LegalDocuments;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows;

/// <summary>A test that goes from service to service.</summary>
public abstract class WorkflowTest : ServiceTest
{
    private protected Services Services => new(Client, Cancel);

    /// <summary>A draft that holds a document, in a case of its own unless one is given.</summary>
    private protected Task<Draft> DraftAsync(LegalDocument document, Guid? caseId = null) =>
        Services.Records.CreateDraftAsync(ToJson(document), caseId);

    /// <summary>A document as a draft holds it.</summary>
    internal static JsonObject ToJson(LegalDocument document) => JsonSerializer.SerializeToNode(document, Json.Strict)!.AsObject();
}
