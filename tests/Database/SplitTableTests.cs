using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Databases.Proofs;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Database;

/// <summary>While services of two versions run side by side on a table that was split, each reads what the other wrote.</summary>
[TestClass]
public sealed class SplitTableTests
{
    public required TestContext TestContext { get; init; }

    private const string Facts =
        "INSERT INTO claims (id, draft_id, claim_text, claim_type, sentence_ids) VALUES ('c0000000-0000-4000-8000-000000000000', gen_random_uuid(), 'x', 'factual', '{b0000000-0000-4000-8000-000000000000,a0000000-0000-4000-8000-000000000000}')";

    private const string FactsRows = "SELECT sentence_id || ' ' || position FROM claim_sentences ORDER BY position";

    private const string Tables = """
        INSERT INTO tables_of_authorities (draft_id, entries) VALUES ('d0000000-0000-4000-8000-000000000000',
          '{"cases": [{"citation": "A", "normalized_citation": "a", "occurrences": 2, "paragraph_ids": ["p1"]}], "statutes": [], "regulations": []}')
        """;

    private const string TablesRows =
        "SELECT concat_ws(' ', position, type, citation, normalized_citation, occurrences, paragraph_ids) FROM table_entries";

    /// <summary>What was written at version 2 the migration moves, what comes at version 3 a trigger.</summary>
    [TestMethod]
    [DataRow("2")]
    [DataRow("3")]
    public async Task The_sentences_that_the_older_Facts_writes_as_an_array_are_rows(string writtenAt)
    {
        await using var trial = TrialOf("facts");
        var database = await trial.AtAsync(Version(writtenAt));

        await database.Source.ExecuteAsync(Facts, Cancel);
        await trial.UpAsync(database, Three);

        Assert.AreSequenceEqual(
            new[] { "b0000000-0000-4000-8000-000000000000 1", "a0000000-0000-4000-8000-000000000000 2" },
            (await database.Source.ListAsync<string>(FactsRows, Cancel)).ToArray()
        );
    }

    [TestMethod]
    public async Task The_sentences_that_the_newer_Facts_writes_as_rows_are_an_array()
    {
        await using var trial = TrialOf("facts");
        var database = await trial.AtAsync(Three);
        await database.Source.ExecuteAsync(Facts, Cancel);

        await database.Source.ExecuteAsync(
            "DELETE FROM claim_sentences WHERE position = 1; INSERT INTO claim_sentences SELECT claim_id, 'e0000000-0000-4000-8000-000000000000', 3 FROM claim_sentences",
            Cancel
        );

        Assert.AreEqual(
            "{a0000000-0000-4000-8000-000000000000,e0000000-0000-4000-8000-000000000000}",
            (await database.Source.ListAsync<string>("SELECT sentence_ids::text FROM claims", Cancel)).Single()
        );
    }

    /// <inheritdoc cref="The_sentences_that_the_older_Facts_writes_as_an_array_are_rows" />
    [TestMethod]
    [DataRow("2")]
    [DataRow("3")]
    public async Task The_table_that_the_older_Caselaw_writes_as_a_document_is_rows(string writtenAt)
    {
        await using var trial = TrialOf("caselaw");
        var database = await trial.AtAsync(Version(writtenAt));

        await database.Source.ExecuteAsync(Tables, Cancel);
        await trial.UpAsync(database, Three);

        Assert.AreSequenceEqual(new[] { "0 case A a 2 {p1}" }, (await database.Source.ListAsync<string>(TablesRows, Cancel)).ToArray());
    }

    [TestMethod]
    public async Task The_table_that_the_newer_Caselaw_writes_as_rows_is_a_document()
    {
        await using var trial = TrialOf("caselaw");
        var database = await trial.AtAsync(Three);
        await database.Source.ExecuteAsync(Tables, Cancel);

        await database.Source.ExecuteAsync(
            "DELETE FROM table_entries; INSERT INTO table_entries SELECT draft_id, 0, 'statute', 'B', 'b', 1, '{}' FROM tables_of_authorities",
            Cancel
        );

        Assert.AreEqual(
            """{"cases": [], "statutes": [{"citation": "B", "occurrences": 1, "paragraph_ids": [], "normalized_citation": "b"}], "regulations": []}""",
            (await database.Source.ListAsync<string>("SELECT entries::text FROM tables_of_authorities", Cancel)).Single()
        );
    }

    private CancellationToken Cancel => TestContext.CancellationToken;

    private static MigrationVersion Three => Version("3");

    private static MigrationVersion Version(string label) => VersionLabel.TryParse(label) ?? throw new ArgumentException(label);

    private MigrationTrial TrialOf(string service) => new(TestServer.OfRun, TestDatabase.MigrationsOf(service), Cancel);
}
