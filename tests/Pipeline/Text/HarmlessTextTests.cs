using System.Text;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Text;

/// <summary>What services, tests and manifests write commands neither a terminal nor a CI system.</summary>
[TestClass]
public sealed partial class HarmlessTextTests
{
    private static readonly string[] s_parts =
    [
        "#",
        "##",
        "##vso[",
        "##[error]",
        "##teamcity[",
        ":",
        "::",
        "::error::",
        "::set-output name=x::",
        " ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\u001b[2J",
        "\u009b",
        "\u007f",
        "\u202e",
        "\u2066",
        "\u2028",
        "\ud83d",
        "\ude00",
        "\ud83d\ude00",
        "word",
        "x.cs(1,1): error CS1: x",
    ];

    [TestMethod]
    public void Of_any_text_nothing_is_left_that_commands()
    {
        foreach (var text in RandomTexts())
        {
            var shown = HarmlessText.Of(text);
            Assert.IsFalse(Command().IsMatch(shown), $"'{Escaped(text)}' is shown as '{Escaped(shown)}'");
        }
    }

    [TestMethod]
    public void What_was_made_harmless_stays_as_it_is()
    {
        foreach (var text in RandomTexts())
        {
            Assert.AreEqual(HarmlessText.Of(text), HarmlessText.Of(HarmlessText.Of(text)), Escaped(text));
        }
    }

    [TestMethod]
    public void A_text_in_parts_is_shown_as_the_whole_wherever_it_is_cut()
    {
        foreach (var text in RandomTexts())
        {
            var shown = new StringWriter();
            var writer = new HarmlessWriter(shown);
            text.ToList().ForEach(writer.Write);
            StringAssert.StartsWith(HarmlessText.Of(text), shown.ToString(), Escaped(text));
        }
    }

    [TestMethod]
    [DataRow("✓ Récords Sérvice: 3 tests, 100 % (#1) — “ok” 😀\n\tnext line")]
    [DataRow("http://127.0.0.1:4001/a::b?c=d#e")]
    public void What_is_harmless_is_shown_as_it_is(string text) => Assert.AreEqual(text, HarmlessText.Of(text));

    [TestMethod]
    public void On_one_line_a_long_text_is_cut() => Assert.AreEqual("a b…", HarmlessText.OneLine("a\r\n b c d", 3));

    private static IEnumerable<string> RandomTexts()
    {
        var random = new Random(1);
        return Enumerable
            .Range(0, 5000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => s_parts[random.Next(s_parts.Length)])));
    }

    private static string Escaped(string text) =>
        text.Aggregate(
                new StringBuilder(),
                (all, character) => character is >= ' ' and <= '~' ? all.Append(character) : all.Append($"\\u{(int)character:x4}")
            )
            .ToString();

    // Control characters and turners but new line and tab; halves of pairs; commands of Azure Pipelines, TeamCity, GitHub Actions.
    [GeneratedRegex(
        @"[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069-[\n\t]]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|##|^\s*::",
        RegexOptions.Multiline
    )]
    private static partial Regex Command();
}
