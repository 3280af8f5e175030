using Clients.Facts;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

[TestClass]
public sealed class SentenceIdTests : ServiceTest
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    private FactsClient Facts => new(Client("facts"), Cancel);

    [TestMethod]
    public async Task Texts_that_are_parsed_one_after_the_other_have_sentences_whose_ids_ascend()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 50; i++)
        {
            ids.AddRange((await Facts.ParseAsync($"Text {i} says this. And it says that.")).Select(sentence => sentence.Id));
        }

        Assert.AreSequenceEqual(ids.Order().ToList(), ids);
    }

    [TestMethod]
    [DataRow("abcdefghij", true)]
    [DataRow("abcdefghxx", true)]
    [DataRow("abcdefgh", true)]
    [DataRow("abcdefghijkl", true)]
    [DataRow("xabcdefghi", true)]
    [DataRow("abcdefgxxx", false)]
    [DataRow("abcdefg", false)]
    [DataRow("abcdefghijklm", false)]
    [DataRow("jihgfedcba", false)]
    public async Task A_sentence_keeps_its_id_while_it_is_80_percent_similar(string edited, bool keeps)
    {
        var known = new KnownSentence(Guid.CreateVersion7(), "abcdefghij");
        var sentence = (await Facts.ParseAsync(edited, known)).Single();
        Assert.AreEqual(keeps, sentence.Id == known.Id);
    }

    [TestMethod]
    [DataRow("abcdefgh", "abcdefghij", true)]
    [DataRow("abcdefgh", "abcdefghijk", false)]
    [DataRow("abcd", "abcde", true)]
    [DataRow("abcd", "abcx", false)]
    [DataRow("abcde", "abcdx", true)]
    [DataRow("abcde", "abcxy", false)]
    [DataRow("Zahlte Größe", "Zahlte Große", true)]
    public async Task What_is_similar_is_so_in_both_directions(string one, string other, bool similar)
    {
        foreach (var (before, after) in new[] { (one, other), (other, one) })
        {
            var known = new KnownSentence(Guid.CreateVersion7(), before);
            Assert.AreEqual(
                similar,
                (await Facts.ParseAsync(after, known)).Single().Id == known.Id,
                $"facts: '{before}' became '{after}'."
            );
        }
    }

    [TestMethod]
    [DataRow("ABCDEFGHIJ")]
    [DataRow("abcdéfghíjú")]
    public async Task Upper_case_and_accents_are_differences(string edited)
    {
        var known = new KnownSentence(Guid.CreateVersion7(), "abcdefghij");
        Assert.AreNotEqual(known.Id, (await Facts.ParseAsync(edited, known)).Single().Id);
    }

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    [DataRow(13)]
    [DataRow(14)]
    public async Task A_long_sentence_is_compared_as_the_textbook_compares(int seed)
    {
        var random = new Random(seed);
        foreach (var edits in new[] { 0.1, 0.18, 0.2, 0.22, 0.3 })
        {
            var old = new string(random.GetItems<char>("abcdefg", random.Next(50, 300)));
            var edited = Edit(old, (int)(old.Length * edits), random);
            var known = new KnownSentence(Guid.CreateVersion7(), old);
            var similarity = 1 - ((double)Levenshtein(old, edited) / Math.Max(old.Length, edited.Length));
            Assert.AreEqual(
                similarity >= 0.8,
                (await Facts.ParseAsync(edited, known)).Single().Id == known.Id,
                $"{old} and {edited} are {similarity:P1} similar."
            );
        }
    }

    [TestMethod]
    [DataRow("The tenant paid the rent.", "Tenant paid the rent now.", "The tenants paid the rent.")]
    [DataRow("He paid the rent in May.", "Paid the rent in May, he.", "He paid his rent in May.")]
    public async Task A_known_sentence_is_compared_with_each_as_if_with_it_alone(string known, string other, string edited)
    {
        foreach (var text in new[] { $"{other} {edited}", $"{edited} {other}" })
        {
            var sentences = await Facts.ParseAsync(text, new KnownSentence(First, known));
            Assert.AreEqual(
                edited,
                sentences.SingleOrDefault(sentence => sentence.Id == First)?.Text,
                $"facts: '{text}', where '{known}' was."
            );
        }
    }

    [TestMethod]
    public async Task Each_sentence_takes_its_best_match_and_each_known_one_is_used_once()
    {
        var sentences = await Facts.ParseAsync(
            "The tenant paid rent. The tenants paid rent.",
            new KnownSentence(First, "The tenants paid rent."),
            new KnownSentence(Second, "The tenant paid rent?")
        );
        Assert.AreEqual((Second, First), (sentences[0].Id, sentences[1].Id));
    }

    [TestMethod]
    public async Task Of_two_known_sentences_that_are_similar_the_more_similar_one_is_the_same()
    {
        var sentence = (
            await Facts.ParseAsync("abcdefghij", new KnownSentence(First, "abcdefghxx"), new KnownSentence(Second, "abcdefghix"))
        ).Single();
        Assert.AreEqual(Second, sentence.Id);
    }

    [TestMethod]
    public async Task Sentences_that_are_moved_keep_their_ids()
    {
        var before = await Facts.ParseAsync("The tenant paid. The landlord sued.");
        var after = await Facts.ParseAsync(
            "The landlord sued. Nobody came to the hearing. The tenant paid.",
            [.. before.Select(s => new KnownSentence(s.Id, s.Text))]
        );
        Assert.AreEqual((before[1].Id, before[0].Id), (after[0].Id, after[2].Id));
        Assert.IsFalse(before.Any(s => s.Id == after[1].Id), "A new sentence took a known id.");
    }

    [TestMethod]
    public async Task Sentences_that_are_equal_keep_their_ids_in_order()
    {
        var sentences = await Facts.ParseAsync("Yes. Yes. Yes.", new KnownSentence(First, "Yes."), new KnownSentence(Second, "Yes."));
        Assert.AreEqual((First, Second), (sentences[0].Id, sentences[1].Id));
        Assert.AreEqual(3, sentences.DistinctBy(s => s.Id).Count());
    }

    [TestMethod]
    public async Task New_ids_are_version_7() => Assert.IsTrue((await Facts.ParseAsync("One. Two.")).All(s => s.Id.Version == 7));

    private static string Edit(string text, int edits, Random random)
    {
        var chars = text.ToList();
        for (var i = 0; i < edits; i++)
        {
            var at = random.Next(chars.Count);
            switch (random.Next(3))
            {
                case 0:
                    chars[at] = 'x';
                    break;
                case 1:
                    chars.Insert(at, 'y');
                    break;
                default:
                    chars.RemoveAt(at);
                    break;
            }
        }

        return string.Concat(chars);
    }

    private static int Levenshtein(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return table[a.Length, b.Length];
    }
}
