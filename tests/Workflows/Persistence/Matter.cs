using Clients;
using Clients.BlockKit;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.LegalDocuments;
using Clients.Records;

namespace Workflows.Persistence;

/// <summary>A matter that has got half-way: something of it is stored in each of the eight services.</summary>
/// <param name="Draft">Its draft, at version 2.</param>
/// <param name="Claim">A claim of the draft that an exhibit supports.</param>
/// <param name="Stored">Where all of it can be read: service and path.</param>
internal sealed record Matter(Draft Draft, Claim Claim, IReadOnlyList<(string Service, string Path)> Stored)
{
    public static async Task<Matter> BeginAsync(Services services)
    {
        var template = await services.Records.CreateTemplateAsync(Variable.Needed("plaintiff"));
        var @case = await services.Records.CreateCaseAsync(
            new NewCase
            {
                TemplateId = template.Id,
                VariableValues = new Dictionary<string, string> { ["plaintiff"] = "Ann" },
            }
        );
        var first = await services.Records.CreateDraftAsync(WorkflowTest.ToJson(Documents.Petition()), @case.Id);
        var draft = await services.Records.SaveDraftAsync(first.Id, new DraftChange(first.Version, first.DocumentJson, "Second draft"));
        var evidence = await services.Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        var (claim, exhibit) = await SupportAsync(services, draft, evidence);
        return new Matter(
            draft,
            claim,
            [
                ("records", $"/api/templates/{template.Id}"),
                ("records", $"/api/cases/{@case.Id}"),
                ("records", $"/api/drafts/{draft.Id}"),
                ("records", $"/api/drafts/{draft.Id}/versions"),
                ("records", $"/api/evidence/{evidence.Id}"),
                ("records", $"/api/evidence/{evidence.Id}/content"),
                ("facts", $"/facts/claims/{claim.Id}"),
                ("facts", $"/facts/claims/{claim.Id}/support"),
                ("facts", $"/facts/sentences/{claim.SentenceIds[0]}"),
                ("exhibits", $"/exhibits/{exhibit.Id}"),
                ("exhibits", $"/exhibits/appendix?draft_id={draft.Id}"),
                .. await PaperAsync(services, draft),
            ]
        );
    }

    private static async Task<(Claim Claim, Exhibit Exhibit)> SupportAsync(Services services, Draft draft, EvidenceItem evidence)
    {
        var sentence = (await services.Facts.ParseAsync("The tenant paid."))[0].Id;
        var claim = await services.Facts.CreateClaimAsync(new NewClaim(sentence) { DraftId = draft.Id });
        var exhibit = await services.Exhibits.CreateAsync(
            new NewExhibit
            {
                DraftId = draft.Id,
                SentenceIds = [sentence],
                DocumentIds = [evidence.Id],
            }
        );
        return (await services.Facts.LinkExhibitAsync(claim.Id, exhibit.Id), exhibit);
    }

    private static async Task<IReadOnlyList<(string Service, string Path)>> PaperAsync(Services services, Draft draft)
    {
        var authority = await services.Caselaw.CreateAuthorityAsync();
        var caption = await services.CaseBlock.Templates.CreateApprovedAsync(Line.Center("Cause"));
        var signature = await services.Signature.Templates.CreateAsync();
        var file = await services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true));
        var ingested = await services.Ingestion.IngestAsync(file.Bytes);
        return
        [
            ("caselaw", $"/authorities/{authority.Id}"),
            ("caselaw", $"/toa/{draft.Id}"),
            ("caseblock", $"/caseblock/templates/{caption.Id}"),
            ("signature", $"/signature/templates/{signature.Id}"),
            ("export", file.RecordPath),
            ("ingestion", $"/ingestions/{ingested.Meta.Id}"),
        ];
    }
}
