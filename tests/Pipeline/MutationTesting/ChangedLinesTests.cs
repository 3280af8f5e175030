using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.MutationTesting.Mutants;

namespace Pipeline.MutationTesting;

/// <summary>Mutants of the lines that changed.</summary>
[TestClass]
public sealed class ChangedLinesTests
{
    private const string Diff = """
        diff --git a/src/A.cs b/src/A.cs
        --- a/src/A.cs
        +++ b/src/A.cs
        @@ -3,0 +4,2 @@ class A
        +one
        +two
        @@ -9 +11 @@
        -three
        +four
        @@ -20,2 +21,0 @@
        -gone
        -gone
        """;

    [TestMethod]
    [DataRow("src/A.cs", 3, 3, false)]
    [DataRow("src/A.cs", 4, 4, true)]
    [DataRow("src/A.cs", 5, 5, true)]
    [DataRow("src/A.cs", 6, 6, false)]
    [DataRow("src/A.cs", 2, 4, true)]
    [DataRow("src/A.cs", 11, 11, true)]
    [DataRow("src/A.cs", 12, 12, false)]
    [DataRow("src/A.cs", 21, 21, false)]
    [DataRow("src/B.cs", 4, 4, false)]
    public void A_mutant_counts_when_it_touches_a_line_that_is_new(string file, int first, int last, bool expected)
    {
        var mutant = new Mutant("Sample", 1, "id", file, new Place(first, 1), new Place(last, 9), "constant", "1", "2", false, null);
        Assert.AreEqual(expected, ChangedLines.Parse(Diff).Has(mutant));
    }
}
