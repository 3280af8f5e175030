using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>Which folders are taken for private, and which are refused by name.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class PathTrustTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trust-").FullName;

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void A_folder_below_nothing_but_this_users_and_roots_is_private_and_made_for_its_owner_alone()
    {
        var path = PrivateFolder.Open(Path.Combine(_folder, "a", "b"));
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [TestMethod]
    public void A_folder_that_every_user_can_write_is_refused_wherever_it_is_on_the_path()
    {
        var open = Directory.CreateDirectory(Path.Combine(_folder, "open")).FullName;
        File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);
        AssertRefused(open, open, "can be written by every user");
        AssertRefused(Path.Combine(open, "inner", "deeper"), open, "can be written by every user");
    }

    [TestMethod]
    public void A_sticky_folder_that_every_user_can_write_may_be_on_the_way_but_is_not_private_itself()
    {
        var sticky = Directory.CreateDirectory(Path.Combine(_folder, "sticky")).FullName;
        File.SetUnixFileMode(sticky, UnixFileMode.StickyBit | (UnixFileMode)0b111_111_111);
        PrivateFolder.Open(Path.Combine(sticky, "own"));
        AssertRefused(sticky, sticky, "can be written by every user");
    }

    [TestMethod]
    public void A_link_in_the_place_of_a_private_folder_is_refused_and_what_it_leads_to_stays_as_it_was()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName;
        var mode = File.GetUnixFileMode(target);
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, target);
        AssertRefused(link, link, "is a link");
        Assert.AreEqual(mode, File.GetUnixFileMode(target));
    }

    [TestMethod]
    public void A_link_of_this_users_own_on_the_way_is_followed_and_what_it_leads_to_is_looked_at()
    {
        var open = Directory.CreateDirectory(Path.Combine(_folder, "open")).FullName;
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), open);
        PrivateFolder.Open(Path.Combine(_folder, "link", "own"));
        File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);
        AssertRefused(Path.Combine(_folder, "link", "other"), open, "can be written by every user");
    }

    [TestMethod]
    public void Links_that_lead_to_each_other_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "a"), Path.Combine(_folder, "b"));
        File.CreateSymbolicLink(Path.Combine(_folder, "b"), Path.Combine(_folder, "a"));
        AssertRefused(Path.Combine(_folder, "a", "inner"), "link without an end");
    }

    [TestMethod]
    public void A_file_in_the_place_of_a_folder_is_no_question_of_trust_but_told_as_the_system_tells_it()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Assert.ThrowsExactly<IOException>(() => PrivateFolder.Open(file));
        Assert.Throws<IOException>(() => PrivateFolder.Open(Path.Combine(file, "inner")));
    }

    [TestMethod]
    [TestCategory("Root")]
    public void A_folder_or_link_of_another_user_is_refused_wherever_it_is_on_the_path()
    {
        using var other = OtherUser.Make();
        var (theirs, link) = (Directory.CreateDirectory(Path.Combine(_folder, "theirs")).FullName, Path.Combine(_folder, "link"));
        File.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName);
        other.Own(theirs);
        other.Own(link);
        AssertRefused(theirs, theirs, $"the user {other.Name}");
        AssertRefused(Path.Combine(theirs, "inner"), theirs, $"the user {other.Name}");
        AssertRefused(Path.Combine(link, "inner"), link, $"the user {other.Name}");
    }

    [TestMethod]
    public void Below_the_manifest_what_a_generous_umask_lets_all_write_is_taken_back_and_above_it_nothing_is_asked()
    {
        var project = Directory.CreateDirectory(Path.Combine(_folder, "project", "artifacts")).Parent!.FullName;
        File.SetUnixFileMode(project, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(Path.Combine(project, "artifacts"), (UnixFileMode)0b111_111_111);
        PrivateFolder.Open(Path.Combine(project, "artifacts", "integration", "run"), below: project);
        Assert.AreEqual(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(project, "artifacts")) & UnixFileMode.OtherWrite);
        Assert.AreEqual((UnixFileMode)0b111_111_111, File.GetUnixFileMode(project));
    }

    private static void AssertRefused(string path, params string[] says)
    {
        var error = Assert.ThrowsExactly<SuiteException>(() => PrivateFolder.Open(path)).Errors.Single();
        Assert.AreEqual(ErrorCodes.FolderNotSafe, error.Code);
        says.ToList().ForEach(text => StringAssert.Contains(error.Message, text));
    }
}
