using IntegrationSuite.TestKit;

namespace Pipeline.Text;

/// <summary>What is told of two things that read differently as JSON.</summary>
[TestClass]
public sealed class JsonDifferenceTests
{
    [TestMethod]
    public void Only_what_differs_is_told_with_its_path()
    {
        var failure = Assert.ThrowsExactly<AssertFailedException>(() =>
            JsonAssert.AreSame<object>(
                new
                {
                    Title = "A",
                    Same = 1,
                    Lines = new[] { new { Text = "a" }, new { Text = "b" } },
                    Ids = new[] { 1, 2, 3 },
                    Old = 1,
                },
                new
                {
                    Title = "B",
                    Same = 1,
                    Lines = new[] { new { Text = "a" }, new { Text = "c" } },
                    Ids = new[] { 2, 3, 4, 5 },
                    New = 2,
                },
                "notes: PUT /notes did not keep it."
            )
        );

        Assert.AreEqual(
            """
            notes: PUT /notes did not keep it.
            $.title: expected "A", found "B"
            $.lines[1].text: expected "b", found "c"
            $.ids: expected 3 items, found 4
            $.ids: missing 1
            $.ids: unexpected 4
            $.ids: unexpected 5
            $.old: missing, expected 1
            $.new: unexpected 2
            """.ReplaceLineEndings(),
            failure.Message
        );
    }

    [TestMethod]
    public void Members_in_another_order_are_no_difference() =>
        JsonAssert.AreSame<object>(new { A = 1, B = (string?)null }, new { B = (string?)null, A = 1 });
}
