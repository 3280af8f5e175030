using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.Tasks.Selection;

namespace Pipeline.Selection;

/// <summary>How runs are kept, and which of them later ones rest on.</summary>
[TestClass]
public sealed class BaselineTests
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    private readonly string _folder = BaselineStore.Open(Path.Combine(Directory.CreateTempSubdirectory("kept-").FullName, "store"));

    [TestCleanup]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [TestMethod]
    public void A_run_is_read_as_it_was_kept_by_its_own_kind_alone()
    {
        new BaselineStore(_folder, "one").Write(Kept());
        Assert.AreEqual("a", new BaselineStore(_folder, "one").Read().Single().Tests.Single().Key);
        Assert.IsEmpty(new BaselineStore(_folder, "other").Read());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_else_can_read_the_folder() =>
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));

    [TestMethod]
    public void A_file_that_is_not_what_was_written_is_no_run()
    {
        var store = new BaselineStore(_folder, "one");
        store.Write(Kept());
        var file = Directory.GetFiles(_folder).Single();
        store.Write(Kept() with { Name = "other" });
        var others = Directory.GetFiles(_folder).Single(each => each != file);

        File.Copy(others, file, overwrite: true); // whole, and yet another one's
        File.WriteAllBytes(others, File.ReadAllBytes(others)[..^1]); // cut

        Assert.IsEmpty(store.Read());
    }

    [TestMethod]
    public void The_oldest_runs_go()
    {
        var store = new BaselineStore(_folder, "one");
        for (var i = 0; i < 70; i++)
        {
            store.Write(Kept() with { Name = $"{i}" });
        }

        Assert.HasCount(64, Directory.GetFiles(_folder));
        Assert.IsTrue(store.Read().Any(kept => kept.Name == "69"));
    }

    [TestMethod]
    public void Two_runs_that_keep_at_once_keep_both()
    {
        Parallel.For(0, 20, i => new BaselineStore(_folder, "one").Write(Kept() with { Name = $"{i}" }));
        Assert.HasCount(20, new BaselineStore(_folder, "one").Read().ToList());
    }

    [TestMethod]
    public void The_run_that_leaves_least_to_do_is_chosen()
    {
        var now = Kept();
        var elsewhere = now with
        {
            Name = "elsewhere",
            Services = new Dictionary<string, string?> { ["orders"] = "other" },
        };
        Assert.AreEqual("5477145", Choose(now, elsewhere, now).Baseline!.Name);
    }

    [TestMethod]
    public void All_run_when_something_that_all_rest_on_is_new_and_it_is_named()
    {
        var now = Kept();
        var before = now with { Frame = new Dictionary<string, string>(now.Frame) { ["the suite"] = "0" } };
        Assert.AreEqual("this is new since the last run: the suite", Choose(now, before).WhyNone);
    }

    [TestMethod]
    public void All_run_once_the_last_run_of_all_is_too_old() =>
        StringAssert.Contains(
            Choose(Kept(), Kept() with { WholeAt = DateTimeOffset.UtcNow - 2 * s_week }).WhyNone,
            "the last run of all was at"
        );

    [TestMethod]
    public void All_run_when_none_is_kept() => Assert.AreEqual("no run of them is kept", Choose(Kept()).WhyNone);

    private static BaselineChoice Choose(Baseline now, params Baseline[] kept) =>
        BaselineChoice.Of(kept, now, [SelectionPlanTests.Entry("orders")], isGated: false, s_week);

    private static Baseline Kept() =>
        SelectionPlanTests.BaselineOf([SelectionPlanTests.Test("a", "orders")], [SelectionPlanTests.Entry("orders")]);
}
