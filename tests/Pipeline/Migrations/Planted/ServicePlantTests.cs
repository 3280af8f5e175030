using IntegrationSuite.Migrations;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Databases.Proofs;
using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline.Migrations.Planted;

/// <summary>What the eight services' own <c>expect….sql</c> are good for: each file that fills or moves rows is spoilt, and it alone is named.</summary>
[TestClass]
public sealed class ServicePlantTests
{
    private static readonly IReadOnlyList<MigrationProof> s_ofRows =
    [
        MigrationProofs.Expected,
        MigrationProofs.ExpectedOfUndo,
        MigrationProofs.DataKept,
        MigrationProofs.DataKeptByUndo,
    ];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("CaseBlock", "V2__say_when_approved.sql", " WHERE approved", "")]
    [DataRow("CaseBlock", "V2__say_when_approved.sql", "UPDATE templates SET approved_at = updated_at WHERE approved;", "")]
    [DataRow("Signature", "V2__say_when_approved.sql", "= updated_at", "= created_at")]
    [DataRow("Signature", "V2__say_when_approved.sql", "= updated_at", "= now()")]
    [DataRow("Ingestion", "V2__explain_failures.sql", "'The reason was not recorded.'", "''")]
    [DataRow("Ingestion", "V2__explain_failures.sql", "status = 'failed' AND failure IS NULL", "size_bytes = 0")]
    [DataRow("Exhibits", "V2__order_documents.sql", "ORDER BY created_at, document_id", "ORDER BY document_id")]
    [DataRow("Exhibits", "V2__order_documents.sql", "ORDER BY created_at, document_id", "ORDER BY created_at, document_id DESC")]
    [DataRow("Exhibits", "V2__order_documents.sql", "PARTITION BY exhibit_id ORDER", "ORDER")]
    [DataRow("Records", "V2__case_status.sql", "DEFAULT 'open'", "DEFAULT 'closed'")]
    [DataRow("Records", "V4__fill_evidence_digest.sql", " AND evidence.sha256 IS NULL", "")]
    [DataRow("Records", "V4__fill_evidence_digest.sql", "sha256(c.content)", "sha256(convert_to(evidence.title, 'utf8'))")]
    [DataRow("Facts", "V3__keep_claim_sentences_apart.sql", "min(given.position)\nFROM claims", "max(given.position)\nFROM claims")]
    [DataRow(
        "Facts",
        "V3__keep_claim_sentences_apart.sql",
        "GROUP BY c.id, given.id;",
        "WHERE given.position < 3 GROUP BY c.id, given.id;"
    )]
    [DataRow("Facts", "U4__drop_sentence_arrays.sql", "c.id ORDER BY position);\n\nCREATE", "c.id ORDER BY sentence_id);\n\nCREATE")]
    [DataRow(
        "Facts",
        "U4__drop_sentence_arrays.sql",
        "WHERE claim_id = c.id ORDER BY position);\n\nCREATE",
        "ORDER BY position);\n\nCREATE"
    )]
    [DataRow("Caselaw", "V3__keep_table_entries_apart.sql", "(e.entry ->> 'occurrences')::integer", "1")]
    [DataRow("Caselaw", "V3__keep_table_entries_apart.sql", "ORDER BY g.place, e.place) - 1", "ORDER BY g.type, e.place) - 1")]
    [DataRow("Caselaw", "V3__keep_table_entries_apart.sql", ", (3, 'regulation', 'regulations')", "")]
    [DataRow("Caselaw", "U4__drop_table_documents.sql", "ORDER BY e.position)", "ORDER BY e.citation)")]
    [DataRow("Caselaw", "U4__drop_table_documents.sql", "'occurrences', e.occurrences", "'occurrences', 1")]
    [DataRow("Caselaw", "U4__drop_table_documents.sql", "to_jsonb(e.paragraph_ids)", "'[]'::jsonb")]
    public async Task A_fault_in_what_it_does_to_rows_is_found_and_named(string service, string file, string was, string becomes)
    {
        var found = await FindAsync(service, file, text => text.Replace(was, becomes, StringComparison.Ordinal));

        var rule = file[0] == 'U' ? MigrationProofs.ExpectedOfUndo.Rule : MigrationProofs.Expected.Rule;
        CollectionAssert.Contains(found.ToList(), (file, rule));
        Assert.IsTrue(found.All(each => each.File == file), string.Join("; ", found));
    }

    [TestMethod]
    [DataRow("Exhibits", "V2__order_documents.sql", "UPDATE exhibit_documents d")]
    [DataRow("Records", "V4__fill_evidence_digest.sql", "UPDATE evidence")]
    public async Task A_back_fill_that_is_left_out_before_the_column_must_be_filled_is_that_files_fault(
        string service,
        string file,
        string begin
    )
    {
        var found = await FindAsync(
            service,
            file,
            text =>
                text[..text.IndexOf(begin, StringComparison.Ordinal)]
                + text[(text.IndexOf(';', text.IndexOf(begin, StringComparison.Ordinal)) + 1)..]
        );

        CollectionAssert.AreEqual(new[] { (file, MigrationCodes.StatementFailed) }, found.ToList());
    }

    [TestMethod]
    [DataRow("CaseBlock")]
    [DataRow("Signature")]
    [DataRow("Ingestion")]
    [DataRow("Export")]
    [DataRow("Exhibits")]
    [DataRow("Records")]
    [DataRow("Facts")]
    [DataRow("Caselaw")]
    public async Task As_they_are_nothing_is_found(string service) => Assert.IsEmpty(await FindAsync(service, file: null, text => text));

    private async Task<IReadOnlyList<(string File, string Rule)>> FindAsync(string service, string? file, Func<string, string> change)
    {
        using var folder = new ScratchFolder();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(BuiltWith.Repository, "services", service, "migrations")))
        {
            var (name, text) = (Path.GetFileName(path), await File.ReadAllTextAsync(path, TestContext.CancellationToken));
            folder.With(name, name == file ? Changed(text, change) : text);
        }

        await using var server = new TestServer((await ScratchServer.Shared).Server.State.Url);
        return await Inspection.OfFolderAsync(server, folder.Path, s_ofRows, TestContext.CancellationToken);
    }

    private static string Changed(string text, Func<string, string> change) =>
        change(text) is var changed && changed != text
            ? changed
            : throw new ArgumentException("There is nothing to spoil.", nameof(change));
}
