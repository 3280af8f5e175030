using IntegrationSuite.TestKit.Contracts.Checks;

namespace Pipeline.Contracts.Checks;

/// <summary>The checks themselves, each by a service that has just its fault.</summary>
[TestClass]
public sealed class ContractCheckTests
{
    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Seeds => Enumerable.Range(1, 20).Select(seed => new object[] { (ulong)seed });

    [TestMethod]
    [DataRow(Fault.FailsOnSubtitle, "answers no 5xx")]
    [DataRow(Fault.DeletesWith200, "answers only with documented statuses")]
    [DataRow(Fault.ReadsAsBytes, "answers in a documented media type")]
    [DataRow(Fault.ListsWithoutTotal, "answers with the documented headers")]
    [DataRow(Fault.ReadsPagesAsText, "answers with bodies of the documented schema")]
    [DataRow(Fault.TakesMissing, "refuses an input that lacks something")]
    [DataRow(Fault.TakesNull, "refuses null where it has no meaning")]
    [DataRow(Fault.TakesWrongType, "refuses a value of the wrong type")]
    [DataRow(Fault.TakesOutOfBounds, "refuses a value out of bounds")]
    [DataRow(Fault.TakesUnknownMember, "refuses a member it does not know")]
    [DataRow(Fault.TakesTrailingComma, "refuses malformed JSON")]
    [DataRow(Fault.TakesAnyMediaType, "refuses a body of another media type")]
    [DataRow(Fault.TakesAnySize, "refuses a body of 16 GiB")]
    [DataRow(Fault.RefusesSubtitle, "accepts whatever its schema allows")]
    [DataRow(Fault.NeverChanges, "succeeds with its example, or the simplest input")]
    [DataRow(Fault.HidesWrongMethod, "answers methods that its path does not have with 405 and Allow")]
    [DataRow(Fault.HidesAllow, "answers methods that its path does not have with 405 and Allow")]
    [DataRow(Fault.DeletesNothing, "leaves nothing of what it deleted")]
    [DataRow(Fault.LosesSubtitled, "keeps what it says it created")]
    [DataRow(Fault.LeadsAstray, "names in Location where the created thing is")]
    [DataRow(Fault.CountsChanges, "changes nothing when it is repeated")]
    [DataRow(Fault.ChangesBeforeItRefuses, "changes nothing when it refuses")]
    [DataRow(Fault.StoresBeforeItRefuses, "stores nothing when it refuses")]
    [DataRow(Fault.LetsAnybodyDelete, "refuses who does not prove who they are")]
    [DataRow(Fault.TakesAnyPath, "refuses a path whose parameter is of the wrong type")]
    [DataRow(Fault.TakesEitherOfTwo, "keeps its rules for a member that is there twice")]
    [DataRow(Fault.SkipsBetweenPages, "pages through its list without a gap or a repeat")]
    [DataRow(Fault.MiscountsTheWhole, "pages through its list without a gap or a repeat")]
    [DataRow(Fault.IgnoresIfNoneMatch, "answers to If-None-Match and If-Match by its ETag")]
    [DataRow(Fault.IgnoresIfMatch, "answers to If-None-Match and If-Match by its ETag")]
    public async Task A_service_with_one_fault_turns_red_by_that_check_and_by_no_other(Fault fault, string promise)
    {
        var failures = await FailuresAsync(fault, seed: 1);

        Assert.AreEqual(promise, string.Join("; ", failures.Keys), string.Join("\n\n", failures.Values));
    }

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public async Task A_sound_service_turns_red_by_no_check_whatever_the_seed(ulong seed) =>
        Assert.IsEmpty((await FailuresAsync(Fault.None, seed)).Values);

    [TestMethod]
    public void Every_check_has_a_faulty_service_here()
    {
        var rows = typeof(ContractCheckTests)
            .GetMethod(nameof(A_service_with_one_fault_turns_red_by_that_check_and_by_no_other))!
            .GetCustomAttributes(typeof(DataRowAttribute), inherit: false)
            .Cast<DataRowAttribute>()
            .Select(row => (string)row.Data[1]!);

        CollectionAssert.AreEquivalent(ContractChecks.Promises.ToList(), rows.Distinct().ToList());
    }

    [TestMethod]
    public async Task A_failure_is_shrunk_and_can_be_repeated()
    {
        var failure = (await FailuresAsync(Fault.FailsOnSubtitle, seed: 7)).Single().Value;

        StringAssert.Contains(failure, "bookshelf: PUT /books/{id} breaks its promise that it answers no 5xx");
        StringAssert.Contains(failure, "curl -i -X PUT 'http://127.0.0.1:");
        StringAssert.Contains(failure, "\"subtitle\":\"\"}'");
        StringAssert.Contains(failure, "CONTRACT_SEED=7");
    }

    /// <summary>The first failure of each check, by its promise.</summary>
    private async Task<Dictionary<string, string>> FailuresAsync(Fault fault, ulong seed)
    {
        await using var shelf = await Bookshelf.StartAsync(fault);
        var service = shelf.Service;
        using var client = service.Client;
        var failures = new Dictionary<string, string>();
        foreach (var (operation, promise) in ContractChecks.Of(service.Document))
        {
            if (
                await ContractChecks.FailureAsync([service], service.Name, operation, promise, seed, TestContext.CancellationToken) is
                { } failure
            )
            {
                failures.TryAdd(promise, failure);
            }
        }

        return failures;
    }
}
