using Clients.Exhibits;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Exhibits;

[TestClass]
public sealed class AppendixTests : ServiceTest
{
    private readonly Guid _draft = Guid.CreateVersion7();

    private ExhibitsClient Exhibits => new(Client("exhibits"), Cancel);

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task A_draft_without_exhibits_has_an_empty_appendix() => Assert.IsEmpty(await Exhibits.GetAppendixAsync(_draft));

    [TestMethod]
    public async Task Exhibits_that_no_sentence_uses_are_labelled_in_the_order_of_their_creation()
    {
        for (var i = 0; i < 3; i++)
        {
            await CreateAsync($"Number {i}");
        }

        Assert.AreEqual("A Number 0, B Number 1, C Number 2", await LabelsAsync());
    }

    [TestMethod]
    public async Task The_exhibit_of_the_earliest_sentence_is_A_and_the_unused_come_last()
    {
        Guid[] sentences = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        Array.Sort(sentences);
        await CreateAsync("Unused");
        await CreateAsync("Later", sentences[1]);
        await CreateAsync("First", sentences[2], sentences[0]);
        Assert.AreEqual("A First, B Later, C Unused", await LabelsAsync());
    }

    [TestMethod]
    public async Task After_Z_comes_AA()
    {
        for (var i = 0; i < 28; i++)
        {
            await CreateAsync("Lease");
        }

        var labels = (await Exhibits.GetAppendixAsync(_draft)).Select(entry => entry.Label).ToList();
        Assert.AreEqual("A B Y Z AA AB", string.Join(' ', labels[0], labels[1], labels[24], labels[25], labels[26], labels[27]));
    }

    [TestMethod]
    public async Task Seven_hundred_and_three_exhibits_are_labelled_A_to_AAA_and_close_up_when_the_first_goes()
    {
        string[] letters = [.. Enumerable.Range('A', 26).Select(letter => $"{(char)letter}")];
        string[] labels = [.. letters, .. letters.SelectMany(first => letters.Select(second => first + second)), "AAA"];
        var sentences = labels.Select(_ => Guid.CreateVersion7()).Order().ToArray();
        await Parallel.ForAsync(
            0,
            labels.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (i, _) => await CreateAsync($"Number {i}", sentences[i])
        );

        var entries = await Exhibits.GetAppendixAsync(_draft);
        AssertLabels(labels.Select((label, i) => $"{label} Number {i}"), entries);

        await Exhibits.DeleteAsync(entries[0].ExhibitId);
        AssertLabels(labels[..^1].Select((label, i) => $"{label} Number {i + 1}"), await Exhibits.GetAppendixAsync(_draft));
    }

    [TestMethod]
    public async Task Of_exhibits_that_one_sentence_uses_first_the_older_one_is_first()
    {
        Guid[] sentences = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).Order()];
        await CreateAsync("Without order", Guid.NewGuid());
        await CreateAsync("Older", sentences[1], sentences[0]);
        await CreateAsync("Younger", sentences[0], sentences[2]);
        await CreateAsync("Last", sentences[2], sentences[1]);

        Assert.AreEqual("A Older, B Younger, C Last, D Without order", await LabelsAsync());
    }

    [TestMethod]
    public async Task Labels_close_up_when_an_exhibit_goes()
    {
        var first = await CreateAsync("First");
        await CreateAsync("Second");
        await Exhibits.DeleteAsync(first.Id);
        Assert.AreEqual("A Second", await LabelsAsync());
    }

    [TestMethod]
    public async Task An_exhibit_without_documents_or_sentences_is_warned_of()
    {
        var exhibit = await CreateAsync("Lease");
        var entry = (await Exhibits.GetAppendixAsync(_draft)).Single();
        Assert.AreEqual(exhibit.Id, entry.ExhibitId);
        Assert.AreSequenceEqual(new[] { "The exhibit has no documents.", "No sentence uses the exhibit." }, entry.Warnings.ToArray());
    }

    [TestMethod]
    public async Task A_complete_exhibit_is_listed_with_its_documents_and_without_warnings()
    {
        Guid[] documents = [(await Records.AddEvidenceAsync()).Id, (await Records.AddEvidenceAsync()).Id];
        await Exhibits.CreateAsync(
            new NewExhibit
            {
                DraftId = _draft,
                SentenceIds = [Guid.CreateVersion7()],
                DocumentIds = documents,
            }
        );
        var entry = (await Exhibits.GetAppendixAsync(_draft)).Single();
        Assert.AreSequenceEqual(documents, entry.DocumentIds.ToArray());
        Assert.IsEmpty(entry.Warnings);
    }

    [TestMethod]
    public async Task A_document_in_two_exhibits_is_warned_of()
    {
        var document = (await Records.AddEvidenceAsync()).Id;
        var exhibit = new NewExhibit
        {
            DraftId = _draft,
            SentenceIds = [Guid.CreateVersion7()],
            DocumentIds = [document],
        };
        await Exhibits.CreateAsync(exhibit);
        await Exhibits.CreateAsync(exhibit);
        foreach (var entry in await Exhibits.GetAppendixAsync(_draft))
        {
            Assert.AreEqual($"The document {document} is in another exhibit too.", string.Join(' ', entry.Warnings));
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("?draft_id=")]
    [DataRow("?draft_id=nine")]
    public async Task An_appendix_without_a_draft_is_refused(string query)
    {
        var problem = await Client("exhibits").GetAsync($"/exhibits/appendix{query}", Cancel).ExpectProblemAsync(400);
        Assert.AreEqual("draft_id", problem.Errors!.Keys.Single());
    }

    private static void AssertLabels(IEnumerable<string> expected, IEnumerable<AppendixEntry> entries) =>
        Assert.AreEqual(
            string.Join('\n', expected),
            string.Join('\n', entries.Select(entry => $"{entry.Label} {entry.Title}")),
            "exhibits: GET /exhibits/appendix labels otherwise."
        );

    private Task<Exhibit> CreateAsync(string title, params Guid[] sentences) =>
        Exhibits.CreateAsync(
            new NewExhibit
            {
                DraftId = _draft,
                Title = title,
                SentenceIds = sentences,
            }
        );

    private async Task<string> LabelsAsync() =>
        string.Join(", ", (await Exhibits.GetAppendixAsync(_draft)).Select(entry => $"{entry.Label} {entry.Title}"));
}
