using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

[TestClass]
public sealed class ManifestLimitTests : ManifestTest
{
    [TestMethod]
    [DataRow(200, true)]
    [DataRow(201, false)]
    public void A_title_has_at_most_two_hundred_characters(int length, bool allowed)
    {
        var text =
            $$"""{"services": [{"name": "a", "title": "{{string.Concat(Enumerable.Repeat("😀", length))}}", "command": "x", "port": 1}]}""";
        if (allowed)
        {
            Assert.AreEqual(2 * length, Read(text).Services.Single().Title.Length);
            return;
        }

        var error = Mistakes(text).Single();
        Assert.AreEqual((ErrorCodes.ManifestBadValue, 1, 38), (error.Code, error.Line, error.Column), error.ToString());
        StringAssert.Contains(error.Message, "at most 200 characters");
    }

    [TestMethod]
    [DataRow('[')]
    [DataRow('{')]
    public void Nesting_without_an_end_is_told_with_its_place(char bracket)
    {
        var text = string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{\"a\":", 100_000));
        var error = Mistakes(text).Single();
        Assert.AreEqual((ErrorCodes.ManifestMalformed, 1), (error.Code, error.Line), error.ToString());
        StringAssert.Contains(error.Message, "depth");
    }

    [TestMethod]
    public void A_manifest_is_read_up_to_a_megabyte_and_not_beyond()
    {
        const string Text = """{"services": [{"name": "a", "command": "x", "port": 1}]}""";
        Assert.AreEqual("a", Read(Text.PadRight(1 << 20)).Services.Single().Name);
        AssertUnreadable(Mistakes(Text.PadRight((1 << 20) + 1)), "larger than 1024 KB");
    }

    [TestMethod]
    [DataRow("/dev/zero")]
    [DataRow("/dev/null")]
    [DataRow("fifo")]
    [DataRow("folder")]
    [DataRow("nowhere")]
    public async Task What_is_no_file_is_refused_at_once_directly_and_behind_a_link(string kind)
    {
        var target = Path.GetFullPath(kind, Folder);
        if (kind == "fifo")
        {
            Systems.Programs.Run("mkfifo", target);
        }
        else if (kind == "folder")
        {
            Directory.CreateDirectory(target);
        }

        File.CreateSymbolicLink(Path.Combine(Folder, "link"), target);
        foreach (var path in new[] { target, Path.Combine(Folder, "link") })
        {
            var reading = Task.Run(() => Assert.ThrowsExactly<SuiteException>(() => ServiceManifest.Read(path)));
            AssertUnreadable((await reading.WaitAsync(Systems.Until.Patience)).Errors, "", path);
        }
    }

    [TestMethod]
    public void Of_many_mistakes_the_first_thousand_are_told_in_the_order_of_the_file()
    {
        var services = string.Join(
            ",",
            Enumerable.Range(1, 20_000).Select(number => $$"""{"name":"s{{number}}","port":{{number}},"x":[]}""")
        );
        var errors = Mistakes($$"""{"services":[{{services}}]}""");
        Assert.HasCount(1001, errors);
        Assert.AreEqual("39000 more mistakes follow.", errors[^1].Message);
        CollectionAssert.AreEqual(errors.Select(error => error.Column).Order().ToList(), errors.Select(error => error.Column).ToList());
    }

    [TestMethod]
    public void A_circle_of_thousands_and_unknown_names_in_a_manifest_of_thousands_are_told_shortly()
    {
        var circle = string.Join(
            ",",
            Enumerable
                .Range(1, 10_000)
                .Select(number => $$"""{"name":"s{{number}}","command":"x","port":{{number}},"dependsOn":["s{{(number % 10_000) + 1}}"]}""")
        );
        var error = Mistakes($$"""{"services":[{{circle}}]}""").Single();
        StringAssert.Contains(error.Message, "s1 → s2 → s3");
        Assert.IsLessThan(500, error.Message.Length);
        Assert.IsTrue(Mistakes($$"""{"services":[{{circle.Replace("[\"s", "[\"t")}}]}""").All(each => each.Message.Length < 500));
    }

    private void AssertUnreadable(IReadOnlyList<SuiteError> errors, string says, string? file = null)
    {
        Assert.AreEqual(
            (ErrorCodes.ManifestUnreadable, file ?? Path.Combine(Folder, "services.json"), 1, 1),
            (errors[0].Code, errors[0].File, errors[0].Line, errors[0].Column)
        );
        StringAssert.Contains(errors.Single().Message, says);
    }
}
