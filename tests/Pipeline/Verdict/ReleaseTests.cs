using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace Pipeline.Verdict;

/// <summary>A release goes by a verdict that passed, is whole, fresh, signed if that is asked for, and of these very binaries.</summary>
[TestClass]
public sealed class ReleaseTests
{
    private const string Key = "a key";

    private static readonly DateTimeOffset s_now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseRule s_rule = new(TimeSpan.FromHours(24), CoverageThreshold: 80);

    private readonly string _folder = Directory.CreateTempSubdirectory("release-").FullName;

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    private string Verdict => Path.Combine(_folder, "verdict.json");

    private static VerdictFile Right =>
        new()
        {
            Verdict = "passed",
            FinishedAt = s_now.AddHours(-23),
            CoverageThreshold = 80,
        };

    [TestMethod]
    public void A_whole_and_fresh_pass_lets_a_release_through() => Assert.IsEmpty(s_rule.Breaches(Right, s_now));

    [TestMethod]
    [DataRow("failed")]
    [DataRow("inconclusive")]
    public void What_did_not_pass_is_refused(string verdict) =>
        AssertRefused(Right with { Verdict = verdict }, ErrorCodes.VerdictNotPassed, verdict);

    [TestMethod]
    public void A_filtered_run_is_refused() => AssertRefused(Right with { Filter = "Name~A" }, ErrorCodes.VerdictPartial, "Name~A");

    [TestMethod]
    public void A_run_whose_gates_were_changed_is_refused() =>
        AssertRefused(Right with { Gates = "coverage=off" }, ErrorCodes.VerdictPartial, "coverage=off");

    [TestMethod]
    public void A_run_without_coverage_is_refused() =>
        AssertRefused(Right with { CoverageThreshold = null }, ErrorCodes.VerdictPartial, "did not judge the coverage");

    [TestMethod]
    public void A_run_that_asked_for_less_coverage_is_refused() =>
        AssertRefused(Right with { CoverageThreshold = 79.5 }, ErrorCodes.VerdictPartial, "79.5 %");

    [TestMethod]
    public void A_run_in_which_not_all_tests_ran_is_refused() =>
        AssertRefused(Right with { UnchangedSince = ["5477145"] }, ErrorCodes.VerdictPartial, "IntegrationTestSelection=changed");

    [TestMethod]
    public void A_verdict_of_tomorrow_is_refused() =>
        AssertRefused(Right with { FinishedAt = s_now.AddHours(1) }, ErrorCodes.VerdictTooOld, "24 hours");

    [TestMethod]
    public void A_verdict_that_is_too_old_is_refused() =>
        AssertRefused(Right with { FinishedAt = s_now.AddHours(-24.1) }, ErrorCodes.VerdictTooOld, "24 hours");

    [TestMethod]
    public void A_verdict_is_read_as_it_was_written()
    {
        Right.Write(Verdict, key: null);
        Assert.AreEqual(Right.FinishedAt, VerdictFile.Read(Verdict, key: null).FinishedAt);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("{\"verdict\":")]
    [DataRow("{}")]
    public void What_is_no_verdict_is_refused(string? content)
    {
        if (content is not null)
        {
            File.WriteAllText(Verdict, content);
        }

        AssertUnreadable(key: null, ErrorCodes.VerdictMissing);
    }

    [TestMethod]
    public void A_signed_verdict_is_read_with_its_key_and_without_one()
    {
        Right.Write(Verdict, Key);
        Assert.AreEqual("passed", VerdictFile.Read(Verdict, Key).Verdict);
        Assert.AreEqual("passed", VerdictFile.Read(Verdict, key: null).Verdict);
    }

    [TestMethod]
    public void A_verdict_of_another_key_is_refused()
    {
        Right.Write(Verdict, "another key");
        AssertUnreadable(Key, ErrorCodes.VerdictNotSigned);
    }

    [TestMethod]
    public void A_signed_verdict_that_was_changed_is_refused()
    {
        (Right with { Verdict = "failed" }).Write(Verdict, Key);
        File.WriteAllText(Verdict, File.ReadAllText(Verdict).Replace("failed", "passed"));
        AssertUnreadable(Key, ErrorCodes.VerdictNotSigned);
    }

    [TestMethod]
    public void A_verdict_without_a_signature_is_refused_where_a_key_is_set()
    {
        Right.Write(Verdict, Key);
        Right.Write(Verdict, key: null); // which takes the other's signature away
        AssertUnreadable(Key, ErrorCodes.VerdictNotSigned);
    }

    [TestMethod]
    public void A_service_is_its_own_assembly_and_those_beside_it()
    {
        var binaries = Build("Shop.dll", "Npgsql.dll");
        Assert.IsEmpty(binaries.DifferingFrom(ServiceBinaries.In(_folder)));
    }

    [TestMethod]
    public void One_byte_in_one_assembly_is_another_service()
    {
        var binaries = Build("Shop.dll", "Npgsql.dll");
        File.AppendAllText(Path.Combine(_folder, "Npgsql.dll"), "x");
        CollectionAssert.AreEqual(new[] { "Npgsql.dll" }, binaries.DifferingFrom(ServiceBinaries.In(_folder)).ToArray());
    }

    [TestMethod]
    public void An_assembly_that_was_not_tested_is_another_service()
    {
        var binaries = Build("Shop.dll");
        File.WriteAllText(Path.Combine(_folder, "Plugin.dll"), "x");
        CollectionAssert.AreEqual(new[] { "Plugin.dll" }, binaries.DifferingFrom(ServiceBinaries.In(_folder)).ToArray());
    }

    [TestMethod]
    public void A_service_without_its_own_assembly_is_none()
    {
        var binaries = Build("Shop.dll", "Npgsql.dll");
        File.Delete(Path.Combine(_folder, "Shop.dll"));
        CollectionAssert.AreEqual(new[] { "Shop.dll (missing)" }, binaries.DifferingFrom(ServiceBinaries.In(_folder)).ToArray());
    }

    private ServiceBinaries Build(params string[] assemblies)
    {
        foreach (var assembly in assemblies)
        {
            File.WriteAllText(Path.Combine(_folder, assembly), assembly);
        }

        return ServiceBinaries.Of(Path.Combine(_folder, assemblies[0]));
    }

    private void AssertUnreadable(string? key, string code) =>
        Assert.AreEqual(code, Assert.ThrowsExactly<SuiteException>(() => VerdictFile.Read(Verdict, key)).Errors.Single().Code);

    private static void AssertRefused(VerdictFile verdict, string code, string says)
    {
        var breach = s_rule.Breaches(verdict, s_now).Single();
        Assert.AreEqual(code, breach.Code);
        StringAssert.Contains(breach.Message, says);
    }
}
