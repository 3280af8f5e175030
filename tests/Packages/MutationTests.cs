using System.Text.Json;

namespace Packages;

/// <summary>Mutation testing in a repository that has nothing of this one but its packages: a service in .NET, and one in Node.</summary>
[TestClass]
[DoNotParallelize]
public sealed class MutationTests
{
    // It reads what it wrote, and never looks at the order.
    private const string Story = """
        using System.Net.Http.Json;

        [TestClass]
        public sealed class NoteStory : ServiceTest
        {
            [TestMethod]
            public async Task A_note_that_is_written_is_read()
            {
                var note = Guid.NewGuid().ToString();
                (await Client("notes").PostAsJsonAsync("/notes", note, Cancel)).EnsureSuccessStatusCode();
                CollectionAssert.Contains(await Client("notes").GetFromJsonAsync<string[]>("/notes", Cancel), note);
            }
        }
        """;

    [TestMethod]
    public async Task Its_faults_are_judged_by_its_tests_and_what_is_not_dotnet_is_left_out_by_name()
    {
        var sample = SampleWithStory("mutants");
        var output = (await sample.BuildAsync("MutationTest")).AssertSuccess().StandardOutput;
        StringAssert.Contains(output, "Left out: wall, which is no project in C#.");
        var report = JsonDocument.Parse(sample.Read("artifacts/integration/mutation/report/mutation.json")).RootElement;
        var fates = report
            .GetProperty("files")
            .EnumerateObject()
            .SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray())
            .Select(mutant => mutant.GetProperty("status").GetString())
            .ToList();
        CollectionAssert.Contains(fates, "Killed");
        CollectionAssert.DoesNotContain(fates, "Pending");
        CollectionAssert.AreEqual(
            new[] { "Notes/Program.cs" },
            report.GetProperty("files").EnumerateObject().Select(file => file.Name).ToList()
        );
    }

    [TestMethod]
    public async Task Too_low_a_score_fails_the_build_and_says_where_the_survivors_are()
    {
        var sample = SampleWithStory("survivors");
        var result = await sample.BuildAsync("MutationTest", "-p:MutationThreshold=100");
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.StandardOutput, "error SUITE802: ");
        StringAssert.Contains(result.StandardOutput, "survivors.txt");
    }

    private static Sample SampleWithStory(string name)
    {
        var sample = new Sample(SharedFeed.Feed, name);
        sample.Write("tests/Workflows/NoteStory.cs", Story);
        return sample;
    }
}
