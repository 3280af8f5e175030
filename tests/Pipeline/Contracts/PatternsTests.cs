using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace Pipeline.Contracts;

/// <summary>Patterns as ECMA-262 reads them with its flag u.</summary>
[TestClass]
public sealed class PatternsTests
{
    [TestMethod]
    [DataRow("^.$", "😀")]
    [DataRow("^.{2}$", "é😀")]
    [DataRow("^[^a]$", "😀")]
    [DataRow("^[a😀]$", "😀")]
    [DataRow(@"^\u{1F600}$", "😀")]
    [DataRow(@"^\uD83D\uDE00$", "😀")]
    [DataRow(@"^[\u{1F600}-\u{1F64F}]+$", "😀😂")]
    [DataRow(@"^\p{Letter}+$", "aЖ漢")]
    [DataRow(@"^\p{L}+$", "aЖ漢")]
    [DataRow(@"^\p{Script=Greek}+$", "Ωμέγα")]
    [DataRow(@"^\p{Script=Cyrillic}+$", "Жук")]
    [DataRow(@"^\P{Lu}+$", "abc")]
    [DataRow(@"^\s$", "\u00A0")]
    [DataRow(@"^\S+@\S+\.\S+$", "a@b.c")]
    [DataRow(@"^\/a\-b_\.$", "/a-b_.")]
    [DataRow(@"^(?<y>\d{4})-\k<y>$", "2024-2024")]
    [DataRow(@"^(a|b)\1$", "aa")]
    [DataRow(@"\bcat\b", "a cat")]
    [DataRow(@"^(?!x)(?=a).*(?<=c)$", "abc")]
    [DataRow(@"^a{,2}$", "a{,2}")]
    [DataRow(@"^[\w.+-]{1,3}?$", "a.b")]
    [DataRow(@"^[]*$", "")]
    [DataRow(@"^\x41\cJ\0$", "A\n\0")]
    public void A_text_matches(string pattern, string text) => Assert.IsTrue(Patterns.Of(pattern).IsMatch(text));

    [TestMethod]
    [DataRow("^a$", "a\n")]
    [DataRow("^.$", "\u2028")]
    [DataRow("^.$", "ab")]
    [DataRow("^.{2}$", "😀")]
    [DataRow(@"^\d+$", "٣")]
    [DataRow(@"^\w+$", "é")]
    [DataRow(@"^\p{Script=Greek}+$", "abc")]
    [DataRow(@"^[a-z-[aeiou]]$", "b")]
    public void A_text_does_not_match(string pattern, string text) => Assert.IsFalse(Patterns.Of(pattern).IsMatch(text));

    [TestMethod]
    [DataRow("(")]
    [DataRow("a)")]
    [DataRow("[a")]
    [DataRow("*")]
    [DataRow("a{2,1}")]
    [DataRow("[z-a]")]
    [DataRow("\\")]
    [DataRow(@"\p{Script=Klingon}")]
    public void What_is_no_pattern_is_said_to_be_none(string pattern) => Assert.Throws<FormatException>(() => Patterns.Of(pattern));

    [TestMethod]
    [DataRow(@"^[A-Z]{2}-\d{4}$")]
    [DataRow(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$")]
    [DataRow(@"^(\+49|0)[1-9]\d{1,14}$")]
    [DataRow(@"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{4,}$")]
    [DataRow(@"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")]
    [DataRow(@"^(?!000)\d{3}$")]
    [DataRow(@"^[^\x00-\x1F]{1,1000}$")]
    [DataRow(@"^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)*$")]
    [DataRow(@"^#[0-9A-Fa-f]{6}$")]
    [DataRow(@"^(([a-z]+)(\.[a-z]+)*|\*)$")]
    public void Texts_are_made_that_match_and_differ(string pattern)
    {
        var random = new Random(1);
        var made = Enumerable
            .Range(0, 400)
            .Select(_ => PatternGenerator.Make(pattern, 0, 2000, random))
            .OfType<string>()
            .Distinct()
            .ToList();
        Assert.IsGreaterThan(5, made.Count);
    }
}
