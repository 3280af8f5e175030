using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>Copying and removing follow no link, whatever another user puts there.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class DirectoryTreeTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tree-").FullName;

    private string Source => Path.Combine(_folder, "source");

    private string Copy => Path.Combine(_folder, "copy");

    [TestInitialize]
    public void Fill()
    {
        Directory.CreateDirectory(Path.Combine(Source, "inner"));
        File.WriteAllText(Path.Combine(Source, "inner", "file"), "text");
    }

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void A_copy_has_what_the_source_has()
    {
        DirectoryTree.Copy(Source, Users.Own, Copy, newOwner: null, CancellationToken.None);
        Assert.AreEqual("text", File.ReadAllText(Path.Combine(Copy, "inner", "file")));
    }

    [TestMethod]
    public void A_link_in_the_source_is_refused_and_what_it_leads_to_is_not_copied()
    {
        File.WriteAllText(Path.Combine(_folder, "secret"), "secret");
        File.CreateSymbolicLink(Path.Combine(Source, "inner", "link"), Path.Combine(_folder, "secret"));
        AssertRefused();
        Assert.IsFalse(File.Exists(Path.Combine(Copy, "inner", "link")));
    }

    [TestMethod]
    public void A_second_name_of_a_file_that_is_elsewhere_too_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "secret"), "secret");
        Programs.Run("ln", Path.Combine(_folder, "secret"), Path.Combine(Source, "inner", "second"));
        AssertRefused();
    }

    [TestMethod]
    public void A_FIFO_in_the_source_is_refused_and_keeps_nobody_waiting()
    {
        Programs.Run("mkfifo", Path.Combine(Source, "inner", "fifo"));
        var copying = Task.Run(AssertRefused);
        Assert.IsTrue(copying.Wait(Until.Patience), "it waits");
    }

    [TestMethod]
    [TestCategory("Root")]
    public void A_file_of_another_user_is_refused()
    {
        using var other = OtherUser.Make();
        other.Own(Path.Combine(Source, "inner", "file"));
        AssertRefused();
    }

    [TestMethod]
    public void Links_are_removed_and_what_they_lead_to_is_not()
    {
        var kept = Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName;
        File.WriteAllText(Path.Combine(kept, "file"), "kept");
        File.CreateSymbolicLink(Path.Combine(Source, "inner", "link"), kept);
        DirectoryTree.Remove(Source);
        Assert.IsFalse(Path.Exists(Source));
        Assert.AreEqual("kept", File.ReadAllText(Path.Combine(kept, "file")));
    }

    [TestMethod]
    public void A_link_in_the_place_of_the_folder_itself_is_removed_alone()
    {
        File.CreateSymbolicLink(Copy, Source);
        DirectoryTree.Remove(Copy);
        Assert.IsFalse(Path.Exists(Copy));
        Assert.IsTrue(File.Exists(Path.Combine(Source, "inner", "file")));
    }

    [TestMethod]
    public async Task While_somebody_swaps_a_folder_for_a_link_all_the_time_nothing_but_the_tree_is_removed()
    {
        var kept = Directory.CreateDirectory(Path.Combine(_folder, "kept")).FullName;
        Enumerable.Range(0, 50).ToList().ForEach(n => File.WriteAllText(Path.Combine(kept, $"{n}"), ""));
        var swapped = Path.Combine(Source, "swapped");
        using var over = new CancellationTokenSource();
        var swapping = Task.Run(() => Swap(swapped, kept, over.Token));
        for (var round = 0; round < 200; round++)
        {
            Directory.CreateDirectory(Source);
            TryRemove();
        }

        await over.CancelAsync();
        await swapping;
        Assert.HasCount(50, Directory.GetFiles(kept));
    }

    private static void Swap(string at, string target, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                Directory.CreateDirectory(at);
                Directory.Delete(at);
                File.CreateSymbolicLink(at, target);
                File.Delete(at);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The other side was faster.
            }
        }
    }

    private void TryRemove()
    {
        try
        {
            DirectoryTree.Remove(Source);
        }
        catch (IOException)
        {
            // What was put there meanwhile keeps the folder: told, not hidden.
        }
    }

    private void AssertRefused() =>
        Assert.ThrowsExactly<IOException>(() => DirectoryTree.Copy(Source, Users.Own, Copy, newOwner: null, CancellationToken.None));
}
