using System.Text.Json;
using LegalDocuments;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Http;

namespace Export.Sources;

/// <summary>Drafts, from Records.</summary>
internal sealed class DraftSource([FromKeyedServices("records")] Dependency records)
{
    /// <summary>A draft.</summary>
    /// <exception cref="ApiException">404: there is none.</exception>
    public async Task<Draft> GetAsync(Guid id, CancellationToken cancel)
    {
        var reply = await records.GetAsync<Draft>($"/api/drafts/{id}", cancel);
        return reply.IsNotFound ? throw ApiException.NotFound("draft", id) : reply.Expected("records");
    }

    /// <summary>The document in a draft. Records takes any JSON object; Export needs a LegalDocument.</summary>
    /// <exception cref="ApiException">422: it is something else; says where.</exception>
    public static LegalDocument Document(Draft draft)
    {
        try
        {
            var document = draft.DocumentJson.Deserialize<LegalDocument>(JsonRules.Strict) ?? throw new JsonException("it is null");
            var errors = RequestValidation.Errors(document);
            return errors.Count == 0
                ? document
                : throw NoDocument(draft, string.Join("; ", errors.Select(e => $"{e.Key} {string.Join(", ", e.Value)}")));
        }
        catch (JsonException e)
        {
            throw NoDocument(draft, $"{e.Path ?? "$"} is missing a property, has one too many, or is of the wrong type");
        }
    }

    private static ApiException NoDocument(Draft draft, string why) =>
        ApiException.Unprocessable($"The document of draft {draft.Id} is no LegalDocument: {why}.");
}
