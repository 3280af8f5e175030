using Clients.Facts;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

[TestClass]
public sealed class SentenceTests : ServiceTest
{
    private const string Id = "019a0000-0000-7000-8000-000000000001";

    private FactsClient Facts => new(Client("facts"), Cancel);

    [TestMethod]
    public async Task A_parsed_sentence_can_be_read()
    {
        var request = new ParseRequest("He paid. She sued.");
        var sentence = (await Facts.ParseAsync(request))[1];
        var stored = await Facts.GetSentenceAsync(sentence.Id);
        Assert.AreEqual(
            (sentence.Id, request.ParagraphId, 9, 18, "She sued."),
            (stored.Id, stored.ParagraphId, stored.StartOffset, stored.EndOffset, stored.Text)
        );
    }

    [TestMethod]
    public async Task A_sentence_that_is_edited_is_stored_as_it_is_now()
    {
        var old = (await Facts.ParseAsync("The tenant paid the rent.")).Single();
        var elsewhere = new ParseRequest("Well. The tenants paid the rent.") { KnownSentences = [new KnownSentence(old.Id, old.Text)] };
        await Facts.ParseAsync(elsewhere);
        var stored = await Facts.GetSentenceAsync(old.Id);
        Assert.AreEqual(
            (elsewhere.ParagraphId, 6, 32, "The tenants paid the rent."),
            (stored.ParagraphId, stored.StartOffset, stored.EndOffset, stored.Text)
        );
        Assert.IsGreaterThan(stored.CreatedAt, stored.UpdatedAt);
    }

    [TestMethod]
    public async Task A_sentence_that_left_its_paragraph_can_still_be_read()
    {
        var request = new ParseRequest("He paid. She sued.");
        var gone = (await Facts.ParseAsync(request))[0];
        await Facts.ParseAsync(request with { Text = "She sued." });
        Assert.AreEqual("He paid.", (await Facts.GetSentenceAsync(gone.Id)).Text);
    }

    [TestMethod]
    public async Task The_same_paragraph_can_be_parsed_many_times_at_once()
    {
        var request = new ParseRequest(string.Join(' ', Enumerable.Range(1, 20).Select(i => $"This is sentence number {i}.")));
        var sentences = await Facts.ParseAsync(request);
        var again = request with { KnownSentences = [.. sentences.Select(s => new KnownSentence(s.Id, s.Text))] };
        foreach (var result in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Facts.ParseAsync(again))))
        {
            Assert.AreSequenceEqual(sentences.ToArray(), result.ToArray());
        }
    }

    [TestMethod]
    public async Task As_much_is_taken_as_the_bounds_allow()
    {
        // All that is known together is as long as the longest paragraph.
        var known = Enumerable
            .Range(0, 500)
            .Select(i => new KnownSentence(Guid.CreateVersion7(), $"{i:0000}" + new string('k', 96)))
            .ToArray();
        var sentences = await Facts.ParseAsync(new ParseRequest(known[^1].Text) { KnownSentences = known });
        Assert.AreEqual(known[^1].Id, sentences.Single().Id);

        var longest = new KnownSentence(Guid.CreateVersion7(), new string('a', 50_000));
        Assert.AreEqual(longest.Id, (await Facts.ParseAsync(longest.Text, longest)).Single().Id);
    }

    [TestMethod]
    [DataRow("019a0000-0000-7000-8000-0000000000ff")]
    [DataRow("not-an-id")]
    public Task A_sentence_that_is_unknown_is_not_found(string id) =>
        Client("facts").GetAsync($"/facts/sentences/{id}", Cancel).ExpectProblemAsync(404);

    [TestMethod]
    [DataRow($$"""{"text":"No paragraph."}""", "paragraph_id")]
    [DataRow($$"""{"paragraph_id":"{{Id}}"}""", "text")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":null}""", "text")]
    [DataRow($$"""{"paragraph_id":"nine","text":"A."}""", "paragraph_id")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":7}""", "text")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":"A.\u0000"}""", "text")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":"A.\ud800"}""", "text")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":"A.","speed":9}""", "speed")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":"A.","known_sentences":[null]}""", "known_sentences[0]")]
    [DataRow($$"""{"paragraph_id":"{{Id}}","text":"A.","known_sentences":[{"id":"{{Id}}"}]}""", "known_sentences[0].text")]
    [DataRow(
        $$"""{"paragraph_id":"{{Id}}","text":"A.","known_sentences":[{"id":"{{Id}}","text":"A."},{"id":"{{Id}}","text":"B."}]}""",
        "known_sentences"
    )]
    [DataRow("{", "body")]
    public async Task A_malformed_parse_is_refused_and_the_field_named(string body, string field)
    {
        var problem = await Client("facts").PostJsonAsync("/facts/parse", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single(), problem.Detail);
    }

    [TestMethod]
    public async Task What_is_over_its_bounds_is_refused()
    {
        var known = Enumerable.Range(0, 501).Select(i => new KnownSentence(Guid.CreateVersion7(), "Known.")).ToArray();
        await Refused(new ParseRequest(new string('a', 50_001)));
        await Refused(new ParseRequest("A.") { KnownSentences = known });
        await Refused(new ParseRequest("A.") { KnownSentences = [new KnownSentence(Guid.CreateVersion7(), new string('a', 50_001))] });
        await Refused(new ParseRequest("A.") { KnownSentences = [known[0] with { Text = new string('a', 50_000) }, known[1]] });

        Task Refused(ParseRequest request) => Client("facts").PostJsonAsync("/facts/parse", request, Cancel).ExpectProblemAsync(400);
    }
}
