using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Caselaw;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Caselaw;

[TestClass]
public sealed class TableTests : ServiceTest
{
    private CaselawClient Caselaw => new(Client("caselaw"), Cancel);

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task A_table_is_grouped_and_each_group_sorted()
    {
        var draft = await Records.CreateDraftAsync(
            Document(
                "See Roe v. Wade, 410 U.S. 113 (1973); Brown v. Board of Education, 347 U.S. 483 (1954).",
                "42 U.S.C. § 1983; Tex. Penal Code § 19.02; 9 U.S.C. § 2; 42 U.S.C. § 300.",
                "29 C.F.R. § 541.100; 29 C.F.R. § 541.2."
            )
        );
        var table = await Caselaw.GenerateTableAsync(draft.Id);
        Assert.AreEqual("Brown v. Board of Education, 347 U.S. 483 (1954) | Roe v. Wade, 410 U.S. 113 (1973)", Citations(table.Cases));
        Assert.AreEqual("9 U.S.C. § 2 | 42 U.S.C. § 300 | 42 U.S.C. § 1983 | Tex. Penal Code § 19.02", Citations(table.Statutes));
        Assert.AreEqual("29 C.F.R. § 541.2 | 29 C.F.R. § 541.100", Citations(table.Regulations));
    }

    [TestMethod]
    public async Task An_authority_is_listed_once_with_all_its_places_and_in_full()
    {
        var draft = await Records.CreateDraftAsync(
            Document("See 347 U.S. 483, 490 and 347 U.S. 483.", "Nothing.", "Brown v. Board of Education, 347 U.S. 483, 495 (1954).")
        );
        var entry = (await Caselaw.GenerateTableAsync(draft.Id)).Cases.Single();
        Assert.AreEqual(
            ("Brown v. Board of Education, 347 U.S. 483 (1954)", "347 U.S. 483", 3),
            (entry.Citation, entry.NormalizedCitation, entry.Occurrences)
        );
        Assert.AreSequenceEqual(new[] { "p0", "p2" }, entry.ParagraphIds.ToArray());
    }

    [TestMethod]
    public async Task Sections_within_sections_are_read_too()
    {
        var inner = Document("42 U.S.C. § 1983")["body"]!["sections"]![0]!.DeepClone();
        var document = Document("9 U.S.C. § 2");
        document["body"]!["sections"]![0]!["children"] = new JsonArray(inner);
        var draft = await Records.CreateDraftAsync(document);
        Assert.HasCount(2, (await Caselaw.GenerateTableAsync(draft.Id)).Statutes);
    }

    [TestMethod]
    public async Task A_table_is_kept_until_it_is_made_anew()
    {
        var draft = await Records.CreateDraftAsync(Document("42 U.S.C. § 1983; 9 U.S.C. § 2", "347 U.S. 483; 42 U.S.C. § 1983"));
        var first = await Caselaw.GenerateTableAsync(draft.Id);
        Same(first, await Caselaw.GetTableAsync(draft.Id));
        await Records.SaveDraftAsync(draft.Id, new DraftChange(1, Document("9 U.S.C. § 2")));
        Same(first, await Caselaw.GetTableAsync(draft.Id));
        var second = await Caselaw.GenerateTableAsync(draft.Id);
        Assert.AreEqual("9 U.S.C. § 2", Citations(second.Statutes));
        Assert.IsGreaterThan(first.GeneratedAt, second.GeneratedAt);
        Same(second, await Caselaw.GetTableAsync(draft.Id));
    }

    [TestMethod]
    public async Task A_table_of_a_draft_that_cites_nothing_any_more_is_empty()
    {
        var draft = await Records.CreateDraftAsync(Document("42 U.S.C. § 1983; 29 C.F.R. § 541.2; 347 U.S. 483"));
        await Caselaw.GenerateTableAsync(draft.Id);
        await Records.SaveDraftAsync(draft.Id, new DraftChange(1, Document("Nothing.")));

        var empty = await Caselaw.GenerateTableAsync(draft.Id);

        Assert.AreEqual((0, 0, 0), (empty.Cases.Count, empty.Statutes.Count, empty.Regulations.Count));
        Same(empty, await Caselaw.GetTableAsync(draft.Id));
    }

    [TestMethod]
    public async Task A_table_is_sorted_as_a_reader_sorts_numbers_by_size_and_names_whatever_their_case()
    {
        var draft = await Records.CreateDraftAsync(
            Document(
                "MAZ Corp. v. Roe, 2 F.3d 4 (1994). MacDonald v. Doe, 1 F.3d 3 (1994). Abel v. Cain, 10 F.3d 1 (1994).",
                "100 F.3d 7; 20 F.3d 7; 3 F.3d 100; 3 F.3d 20.",
                "2 U.S.C. § 10(b); 2 U.S.C. § 10(a); 2 U.S.C. § 9; 10 U.S.C. § 1."
            )
        );
        var table = await Caselaw.GenerateTableAsync(draft.Id);

        Assert.AreEqual(
            "3 F.3d 20 | 3 F.3d 100 | 20 F.3d 7 | 100 F.3d 7 | Abel v. Cain, 10 F.3d 1 (1994) | MacDonald v. Doe, 1 F.3d 3 (1994) | MAZ Corp. v. Roe, 2 F.3d 4 (1994)",
            Citations(table.Cases)
        );
        Assert.AreEqual("2 U.S.C. § 9 | 2 U.S.C. § 10(a) | 2 U.S.C. § 10(b) | 10 U.S.C. § 1", Citations(table.Statutes));
        Same(table, await Caselaw.GetTableAsync(draft.Id));
    }

    [TestMethod]
    public async Task A_paragraph_that_cites_twice_is_one_place_and_paragraphs_stand_in_the_order_of_the_text()
    {
        var citing = Enumerable.Range(0, 12).Select(_ => "9 U.S.C. § 2; 9 U.S.C. § 2.").ToArray();
        var entry = (await Caselaw.GenerateTableAsync((await Records.CreateDraftAsync(Document(citing))).Id)).Statutes.Single();

        Assert.AreEqual(24, entry.Occurrences);
        Assert.AreSequenceEqual(Enumerable.Range(0, 12).Select(i => $"p{i}").ToArray(), entry.ParagraphIds.ToArray());
    }

    [TestMethod]
    public async Task A_table_made_many_times_at_once_is_whole()
    {
        var draft = await Records.CreateDraftAsync(Document("42 U.S.C. § 1983; 9 U.S.C. § 2; 347 U.S. 483"));
        foreach (var table in await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Caselaw.GenerateTableAsync(draft.Id))))
        {
            Assert.AreEqual((1, 2, 0), (table.Cases.Count, table.Statutes.Count, table.Regulations.Count));
        }

        Assert.HasCount(2, (await Caselaw.GetTableAsync(draft.Id)).Statutes);
    }

    [TestMethod]
    public async Task A_table_that_is_made_anew_is_never_seen_half_old_and_half_new()
    {
        var draft = await Records.CreateDraftAsync(Document("1 U.S.C. § 1"));
        var made = new Dictionary<DateTimeOffset, string>();
        var seen = new ConcurrentBag<TableOfAuthorities>();
        await MakeAsync();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reading = Enumerable.Range(0, 4).Select(_ => ReadUntilDoneAsync()).ToList();

        for (var version = 1; version <= 40; version++)
        {
            await Records.SaveDraftAsync(draft.Id, new DraftChange(version, Document($"{1 + (version % 50)} U.S.C. § {version}")));
            await MakeAsync();
        }

        await done.CancelAsync();
        await Task.WhenAll(reading);
        foreach (var table in seen)
        {
            Assert.AreEqual(made[table.GeneratedAt], Citations(table.Statutes), "caselaw: GET /toa/{draft_id} while it is made anew");
        }

        async Task MakeAsync()
        {
            var table = await Caselaw.GenerateTableAsync(draft.Id);
            made[table.GeneratedAt] = Citations(table.Statutes);
        }

        async Task ReadUntilDoneAsync()
        {
            while (!done.IsCancellationRequested)
            {
                seen.Add(await Caselaw.GetTableAsync(draft.Id));
            }
        }
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"body":5}""")]
    [DataRow("""{"body":{"sections":{}}}""")]
    [DataRow("""{"body":{"sections":[7,{"paragraphs":[null,{"text":9}]}]}}""")]
    public async Task A_draft_of_another_form_has_an_empty_table(string document)
    {
        var draft = await Records.CreateDraftAsync(JsonNode.Parse(document)!.AsObject());
        var table = await Caselaw.GenerateTableAsync(draft.Id);
        Assert.AreEqual(0, table.Cases.Count + table.Statutes.Count + table.Regulations.Count);
    }

    [TestMethod]
    public async Task A_draft_that_is_unknown_has_no_table()
    {
        var draft = Guid.CreateVersion7();
        var problem = await Client("caselaw").PostJsonAsync("/toa/generate", new { DraftId = draft }, Cancel).ExpectProblemAsync(404);
        Assert.Contains(draft.ToString(), problem.Detail);
        await Client("caselaw").GetAsync($"/toa/{draft}", Cancel).ExpectProblemAsync(404);
    }

    [TestMethod]
    public async Task A_draft_has_no_table_before_one_is_made()
    {
        var draft = await Records.CreateDraftAsync(Document("42 U.S.C. § 1983"));
        await Client("caselaw").GetAsync($"/toa/{draft.Id}", Cancel).ExpectProblemAsync(404);
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"draft_id":"nine"}""")]
    [DataRow("""{"draft_id":null}""")]
    public async Task A_malformed_request_is_refused(string body)
    {
        var problem = await Client("caselaw").PostJsonAsync("/toa/generate", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual("draft_id", problem.Errors!.Keys.Single());
    }

    private static string Citations(IEnumerable<TableEntry> entries) => string.Join(" | ", entries.Select(entry => entry.Citation));

    private static void Same(TableOfAuthorities expected, TableOfAuthorities actual) =>
        Assert.AreEqual(JsonSerializer.Serialize(expected, Json.Strict), JsonSerializer.Serialize(actual, Json.Strict));

    /// <summary>A document of one section with these paragraphs, <c>p0</c>, <c>p1</c> …</summary>
    private static JsonObject Document(params string[] paragraphs) =>
        new()
        {
            ["body"] = new JsonObject
            {
                ["sections"] = new JsonArray(
                    new JsonObject
                    {
                        ["paragraphs"] = new JsonArray([
                            .. paragraphs.Select((text, i) => (JsonNode)new JsonObject { ["id"] = $"p{i}", ["text"] = text }),
                        ]),
                    }
                ),
            },
        };
}
