using System.Text;
using Clients.Facts;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

/// <summary>Each row is the sentences of a text, which is those sentences with a space between them.</summary>
[TestClass]
public sealed class SentenceSplittingTests : ServiceTest
{
    private FactsClient Facts => new(Client("facts"), Cancel);

    [TestMethod]
    [DataRow("Dr. Smith works at 123 Main St.", "He lives nearby.")]
    [DataRow("Mr. and Mrs. Jones met Prof. Lee.", "They talked.")]
    [DataRow("She moved to St. Louis.", "It was cold.")]
    [DataRow("Acme Inc. sued Widget Corp. and Bolt Co. for fraud.")]
    [DataRow("He worked for Acme Inc.", "The company failed.")]
    [DataRow("They met at 5 p.m. Monday.", "They left at 6 p.m.", "The office closed.")]
    [DataRow("See Ex. A at 5.", "See also Ex. B.")]
    [DataRow("It is No. 5 on the docket, cf. No. 6.", "He said no.", "Then he left.")]
    [DataRow("Counsel cited, e.g., Smith, i.e. the lead case.")]
    public Task An_abbreviation_does_not_end_a_sentence_unless_another_begins(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("John F. Kennedy spoke.", "J. R. R. Tolkien wrote.")]
    [DataRow("The contract is Exhibit A.", "The lease is Exhibit B.")]
    [DataRow("The U.S. Supreme Court sits in Washington, D.C. in October.", "It decides.")]
    public Task Initials_do_not_end_a_sentence_unless_another_begins(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("He paid $3.50 of $1,204.75.", "She paid 0.5 percent.")]
    [DataRow("Version 2.0.1 failed in 1954.", "Nothing else did.")]
    public Task Decimals_do_not_end_a_sentence(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("He said ... Nothing came of it.", "She left.")]
    [DataRow("He waited… And waited.", "She left.")]
    [DataRow("The rule . . . Applies here.", "It does.")]
    [DataRow("The quotation ends here. . . .", "Another begins.")]
    public Task Three_dots_do_not_end_a_sentence_and_four_do(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("Separate is not equal, Brown v. Board of Education, 347 U.S. 483 (1954).", "The Court was unanimous.")]
    [DataRow("See Smith v. Acme Corp., 123 F. Supp. 2d 456, 460 (S.D. Tex. 2001).", "It is on point.")]
    [DataRow("Suit lies under 42 U.S.C. § 1983 and 29 C.F.R. § 541.100.", "It lies here.")]
    [DataRow("Limitations run under Tex. Civ. Prac. & Rem. Code § 16.051.", "They ran.")]
    [DataRow("Dismissal is governed by Fed. R. Civ. P. 12(b)(6).", "It was denied.")]
    [DataRow("It was affirmed (5th Cir. 2015).", "Id. at 12.", "See id. at 13.")]
    public Task Citations_are_not_cut(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("He said \"Stop.\"", "Then he left.")]
    [DataRow("\"Why?\" he asked.", "Nobody knew!", "“Really?”", "(It was true.)", "[T]hat was all.")]
    [DataRow("What?!", "No.", "Is it 5?", "Yes.")]
    public Task Quotes_and_brackets_stay_with_their_sentence(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("1. The plaintiff lives in Texas.", "2. The defendant does not.")]
    [DataRow("IV. The argument is short.", "A. The facts are not.")]
    public Task The_number_of_a_list_item_stays_with_it(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("1. Smith paid.", "999. Smith paid.")]
    [DataRow("b. Smith paid.", "XXXVIII. Smith paid.")]
    [DataRow("1000.", "Smith paid.")]
    [DataRow("He lives at 5.", "Smith does not.")]
    [DataRow("É. Dupont spoke.", "Ø. Hansen wrote.", "Он ушёл.", "Ж. Иванов остался.")]
    public Task Only_a_short_number_or_letter_at_the_start_is_a_list_item(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("He left. élan vital.")]
    [DataRow("He left. ça va.")]
    [DataRow("See www.example.com or 3.Next")]
    [DataRow("It was.“So it was”")]
    public Task What_goes_on_in_lower_case_or_without_a_blank_is_the_same_sentence(params string[] sentences) => IsCutInto(sentences);

    [TestMethod]
    [DataRow("\"")]
    [DataRow("'")]
    [DataRow("”")]
    [DataRow("’")]
    [DataRow("»")]
    [DataRow(")")]
    [DataRow("]")]
    [DataRow(")”")]
    public Task A_mark_that_closes_belongs_to_the_sentence_before_it(string mark) => IsCutInto([$"He left.{mark}", "She stayed."]);

    [TestMethod]
    [DataRow("\"")]
    [DataRow("'")]
    [DataRow("“")]
    [DataRow("‘")]
    [DataRow("«")]
    [DataRow("(")]
    [DataRow("[")]
    [DataRow("“(")]
    public Task A_mark_that_opens_belongs_to_the_sentence_behind_it(string mark) =>
        IsCutInto(["He worked for Acme Inc.", $"{mark}The firm failed.", $"{mark}É. Dupont did not."]);

    [TestMethod]
    [DataRow(" ")]
    [DataRow("\n")]
    [DataRow("\r\n\t")]
    [DataRow("\u00A0")]
    [DataRow("\u2003\u3000")]
    public async Task Whatever_white_space_is_between_sentences_belongs_to_neither(string space)
    {
        var sentences = await Facts.ParseAsync($"{space}He left!{space}She stayed?{space}");

        Assert.AreEqual("He left!|She stayed?", string.Join('|', sentences.Select(sentence => sentence.Text)));
        Assert.AreEqual((space.Length, (2 * space.Length) + 8), (sentences[0].StartOffset, sentences[1].StartOffset));
    }

    [TestMethod]
    public async Task A_text_without_a_period_is_one_sentence()
    {
        var sentence = (await Facts.ParseAsync(" \t STATEMENT OF FACTS\n")).Single();
        Assert.AreEqual((3, 21, "STATEMENT OF FACTS"), (sentence.StartOffset, sentence.EndOffset, sentence.Text));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n\t\u00A0 ")]
    public async Task A_text_of_nothing_but_white_space_has_no_sentences(string text) => Assert.IsEmpty(await Facts.ParseAsync(text));

    [TestMethod]
    public async Task Offsets_count_utf_16_code_units()
    {
        var sentences = await Facts.ParseAsync("Judge 👩🏽‍⚖️ ruled.  Ça va.");
        Assert.AreEqual("Judge 👩🏽‍⚖️ ruled.".Length, sentences[0].EndOffset);
        Assert.AreEqual("Judge 👩🏽‍⚖️ ruled.  ".Length, sentences[1].StartOffset);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public async Task Whatever_the_text_its_sentences_cover_it_without_overlap(int seed)
    {
        var text = RandomText(new Random(seed));
        var sentences = await Facts.ParseAsync(text);
        var end = 0;
        foreach (var sentence in sentences)
        {
            Assert.IsTrue(string.IsNullOrWhiteSpace(text[end..sentence.StartOffset]), $"Text between sentences is lost in: {text}");
            Assert.AreEqual(text[sentence.StartOffset..sentence.EndOffset], sentence.Text);
            Assert.AreEqual(sentence.Text.Trim(), sentence.Text);
            end = sentence.EndOffset;
        }

        Assert.IsTrue(string.IsNullOrWhiteSpace(text[end..]), $"Text behind the last sentence is lost in: {text}");
    }

    [TestMethod]
    [DataRow(".")]
    [DataRow(". ")]
    [DataRow("a")]
    [DataRow(".)")]
    public async Task The_longest_text_allowed_is_cut_whatever_it_repeats(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 50_000 / piece.Length).ToString();
        var sentences = await Facts.ParseAsync(text);
        Assert.AreEqual(text.TrimEnd().Length, sentences[^1].EndOffset);
    }

    private async Task IsCutInto(string[] expected)
    {
        var sentences = await Facts.ParseAsync(string.Join(' ', expected));
        Assert.AreSequenceEqual(
            expected,
            sentences.Select(s => s.Text).ToArray(),
            $"Cut into: {string.Join(" | ", sentences.Select(s => s.Text))}"
        );
    }

    private static string RandomText(Random random)
    {
        string[] pieces =
        [
            "Dr",
            "Smith",
            "U.S",
            "347",
            "the",
            "He",
            "A",
            "é",
            "👍",
            ".",
            ".",
            "!",
            "?",
            "…",
            "...",
            " . .",
            ",",
            "\"",
            "“",
            "”",
            "(",
            ")",
            "[",
            "]",
            " ",
            " ",
            " ",
            "\n",
            "\t",
            "\u00A0",
        ];
        return string.Concat(random.GetItems(pieces, 2_000));
    }
}
