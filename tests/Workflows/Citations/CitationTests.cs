using Clients.Caselaw;
using Clients.Docx;
using Clients.Export;
using Clients.LegalDocuments;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Workflows.Citations;

/// <summary>What a draft cites is found, held against the rules, kept, and listed in the exported document.</summary>
[TestClass]
public sealed class CitationTests : WorkflowTest
{
    [TestMethod]
    public async Task What_a_draft_cites_is_in_the_table_of_the_exported_document_grouped_and_sorted()
    {
        var (page, section) = (Random.Shared.Next(1, 900), Random.Shared.Next(1000, 9999));
        var text =
            $"See Roe v. Wade, 410 U.S. {page} (1973); 42 U.S.C. § {section}; Brown v. Board of Education, 347 U.S. 483 (1954); 29 C.F.R. § 541.100.";
        Step("the citations of a text are detected");
        var found = await Services.Caselaw.DetectAsync(text);
        Assert.IsTrue(found.All(citation => text[citation.Start..citation.End] == citation.Text));
        Assert.AreEqual("case statute case regulation", string.Join(' ', found.Select(citation => citation.Type)));

        Step("each is valid");
        var validated = await Task.WhenAll(found.Select(citation => Services.Caselaw.ValidateAsync(citation.Text)));
        Assert.IsTrue(validated.All(result => result is { Valid: true, Problems: [] }));

        Step("a draft of that text is exported with its authorities");
        var draft = await DraftAsync(Documents.Of("Brief", Documents.Section("ARGUMENT", text)));
        var file = await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeAuthorities: true));
        using var docx = new OpenedDocx(file.Bytes);
        Assert.AreEqual(
            $"""
            Cases
            Brown v. Board of Education, 347 U.S. 483 (1954)
            Roe v. Wade, 410 U.S. {page} (1973)
            Statutes
            42 U.S.C. § {section}
            Regulations
            29 C.F.R. § 541.100
            """.ReplaceLineEndings("\n"),
            string.Join('\n', docx.Texts("Listing"))
        );

        Step("the table that the export made is kept");
        var table = await Services.Caselaw.GetTableAsync(draft.Id);
        Assert.AreSequenceEqual(
            validated.Select(result => result.NormalizedCitation).ToArray(),
            new[] { table.Cases, table.Statutes, table.Regulations }
                .SelectMany(group => group)
                .Select(entry => entry.NormalizedCitation)
                .ToArray(),
            SequenceOrder.InAnyOrder
        );
    }

    [TestMethod]
    public async Task A_detected_citation_becomes_an_authority_once_however_it_is_written()
    {
        var (volume, page) = (Random.Shared.Next(100, 999), Random.Shared.Next(1, 9999));
        Step("a citation is detected and kept as an authority");
        var citation = (
            await Services.Caselaw.DetectAsync($"As held in Smith v. Jones, {volume} F.3d {page} (5th Cir. 2001), it is so.")
        ).Single();
        var authority = await Services.Caselaw.CreateAuthorityAsync(citation.Text, citation.Type);
        Assert.AreEqual((await Services.Caselaw.ValidateAsync(citation.Text)).NormalizedCitation, authority.NormalizedCitation);

        Step("it is kept again, with a pinpoint");
        var again = new NewAuthority($"Smith v. Jones, {volume} F.3d {page}, {page + 3} (5th Cir. 2001)", "case");
        await Client("caselaw").PostJsonAsync("/authorities", again, Cancel).ExpectProblemAsync(409);
        JsonAssert.AreSame(authority, await Services.Caselaw.GetAuthorityAsync(authority.Id));
    }

    [TestMethod]
    public async Task A_citation_that_an_edit_takes_out_is_gone_from_the_next_export_and_from_the_table()
    {
        Step("a draft that cites two cases is exported");
        var draft = await DraftAsync(Brief("Roe v. Wade, 410 U.S. 113 (1973), and Brown v. Board of Education, 347 U.S. 483 (1954)."));
        await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeAuthorities: true));
        Assert.HasCount(2, (await Services.Caselaw.GetTableAsync(draft.Id)).Cases);

        Step("one is taken out, and the draft is exported again");
        await Services.Records.SaveDraftAsync(
            draft.Id,
            new(draft.Version, ToJson(Brief("Brown v. Board of Education, 347 U.S. 483 (1954).")))
        );
        var file = await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeAuthorities: true));
        using var docx = new OpenedDocx(file.Bytes);
        Assert.AreSequenceEqual(new[] { "Cases", "Brown v. Board of Education, 347 U.S. 483 (1954)" }, docx.Texts("Listing").ToArray());
        Assert.HasCount(1, (await Services.Caselaw.GetTableAsync(draft.Id)).Cases);
    }

    private static LegalDocument Brief(string text) => Documents.Of("Brief", Documents.Section("ARGUMENT", text));
}
