using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntegrationSuite.TestKit;

namespace Contracts.BlockKit;

/// <summary>What holds of any text whatever. FsCheck prints the seed and the smallest text that breaks it.</summary>
public abstract class ExtractionContract(string service) : BlockTest(service)
{
    /// <summary>Words that mean something to one service or the other, so that random texts come near to real ones.</summary>
    private static readonly string[] Words =
    [
        "JOHN SMITH",
        "ACME CORP.",
        "Jane Doe",
        "Plaintiff",
        "Defendants.",
        "v.",
        "vs.",
        "and",
        "AND",
        ",",
        ";",
        "§",
        ")",
        "\n",
        "\t",
        " ",
        "CAUSE NO.",
        "1:23-cv-00456",
        "IN THE DISTRICT COURT OF",
        "TRAVIS COUNTY, TEXAS",
        "FOR THE",
        "PETITION",
        "et al.",
        "INC.",
        "Respectfully submitted,",
        "/s/",
        "By:",
        "____",
        "State Bar No.",
        "24012345",
        "LLP",
        "100 Main St.",
        "Austin, TX 78701",
        "(512) 555-0100",
        "a@b.example",
        "Fax",
    ];

    [TestMethod]
    public void Every_extracted_string_of_any_text_is_a_part_of_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Paragraphs(), paragraphs => HoldsAsync(paragraphs).GetAwaiter().GetResult())
        );

    private static Arbitrary<string[]> Paragraphs()
    {
        var word = Gen.Frequency(
            (9, Gen.Elements(Words)),
            (
                1,
                ArbMap
                    .Default.GeneratorFor<UnicodeString>()
                    .Select(text => string.Concat(text.ToString().Where(c => c != '\0' && !char.IsSurrogate(c))))
            )
        );
        var paragraph = word.ListOf().Select(words => string.Join(' ', words));
        return Arb.From(paragraph.ArrayOf(), Shrink);
    }

    /// <summary>A text with one paragraph less.</summary>
    private static IEnumerable<string[]> Shrink(string[] paragraphs) =>
        paragraphs.Select((_, left) => paragraphs.Where((_, i) => i != left).ToArray());

    private async Task<bool> HoldsAsync(string[] paragraphs)
    {
        using var response = await Http.PostJsonAsync($"/{Service}/extract", new { paragraphs }, Cancel);
        if ((int)response.StatusCode == 422)
        {
            return true;
        }

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.AreEqual(200, (int)response.StatusCode, body.RootElement.ToString());
        AssertSubstrings(Strings(body.RootElement), paragraphs);
        return true;
    }

    private static IEnumerable<string> Strings(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
            _ => [],
        };
}
