using IntegrationSuite.TestKit.Stories;

namespace Pipeline.Text;

/// <summary>Where a test that failed says that it broke.</summary>
[TestClass]
public sealed class StoryTests
{
    private readonly Story _story = new();

    [TestMethod]
    public void A_test_that_asked_nothing_broke_before_any_request() => Assert.AreEqual("Broke before any request of it.", _story.Where());

    [TestMethod]
    public void A_step_that_asked_nothing_yet_tells_what_went_before_it()
    {
        _story.Add("notes", "GET /notes", "200");
        _story.Begin("the note is gone");
        Assert.AreEqual(
            "Broke in step 1, \"the note is gone\", before any request of it. Before: notes: GET /notes → 200.",
            _story.Where()
        );
    }

    [TestMethod]
    public void What_was_asked_again_and_again_is_told_once_and_of_much_the_last()
    {
        foreach (var operation in "abcdefg")
        {
            _story.Add("notes", $"GET /{operation}", "200");
            _story.Add("notes", $"PUT /notes/{Guid.NewGuid()}", "204");
        }

        Assert.AreEqual(
            "Broke at notes: PUT /notes/{id} → 204. Before: notes: GET /d → 200, notes: GET /e → 200, notes: GET /f → 200, notes: GET /g → 200.",
            _story.Where()
        );
    }

    [TestMethod]
    public void Whose_fault_it_was_first_is_told_unless_it_was_asked_last()
    {
        _story.Add("export", "POST /export", "503");
        Assert.AreEqual("Broke at export: POST /export → 503; the first fault in its trace is of records.", _story.Where("records"));
        Assert.AreEqual("Broke at export: POST /export → 503.", _story.Where("export"));
    }
}
