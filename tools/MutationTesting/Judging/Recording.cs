using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>A run of all tests without a mutant: how each ends, how long it takes, and what it reaches.</summary>
/// <param name="Reach">What they reach.</param>
/// <param name="Tests">Key → result, of tests that passed and reach a mutant.</param>
/// <param name="Projects">The test projects that have such tests.</param>
/// <param name="Failed">The tests that failed: with them no mutant can be judged.</param>
internal sealed record Recording(
    Reach Reach,
    IReadOnlyDictionary<string, TestResult> Tests,
    IReadOnlyList<TestProject> Projects,
    IReadOnlyList<TestResult> Failed
)
{
    private const int MostTests = 30;
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);

    /// <summary>Runs them.</summary>
    public static async Task<Recording> MakeAsync(
        LaunchOptions launch,
        IReadOnlyList<TestProject> projects,
        string folder,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(folder);
        var results = new List<(TestProject Project, TestResult Result)>();
        var fleet = await Fleet.StartAsync(launch, (MutationPlan.ReachVariable, folder), cancel);
        await using (fleet)
        {
            foreach (var project in projects)
            {
                results.AddRange((await project.RunAsync(MutationPlan.Recording, cancel)).Select(result => (project, result)));
            }
        }

        if (!fleet.IsWhole)
        {
            throw new SuiteException(NotWhole(launch));
        }

        var reach = Reach.Read(folder);
        var useful = ByKey(results.Select(each => each.Result))
            .Where(test => test.Value.Outcome == "passed" && reach.Tests.ContainsKey(test.Key))
            .ToDictionary();
        return new Recording(
            reach,
            useful,
            [.. results.Where(each => useful.ContainsKey(KeyOf(each.Result))).Select(each => each.Project).Distinct()],
            [.. results.Select(each => each.Result).Where(result => result.Outcome == "failed")]
        );
    }

    /// <summary>Results by their keys; of several with one name the worst.</summary>
    public static IReadOnlyDictionary<string, TestResult> ByKey(IEnumerable<TestResult> results) =>
        results.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.OrderBy(result => result.Outcome != "failed").First());

    /// <summary>A result's key.</summary>
    public static string KeyOf(TestResult result) => TestKey.Of(result.ClassName, result.Name);

    /// <summary>
    /// At most 30 of the tests that reach a mutant: one of each class, and so on, so that the first few are of different kinds; slow ones
    /// last. Other mutants have another order, since each test has one mutant at a time.
    /// What thousands come by, such as the reading of each request, is no better known after all of them.
    /// </summary>
    public IReadOnlyList<string> TestsFor(string mutant) =>
        [
            .. Tests
                .Where(test => Reach.Tests[test.Key].Contains(mutant))
                .GroupBy(test => test.Value.ClassName)
                .SelectMany(group =>
                    group.OrderBy(IsSlow).ThenBy(test => TestKey.Of(mutant, test.Key)).Select((test, rank) => (test, rank))
                )
                .OrderBy(each => each.rank)
                .ThenBy(each => IsSlow(each.test))
                .ThenBy(each => TestKey.Of(mutant, each.test.Key), StringComparer.Ordinal)
                .Select(each => each.test.Key)
                .Take(MostTests),
        ];

    private static bool IsSlow(KeyValuePair<string, TestResult> test) => test.Value.Duration > s_slow;

    private static SuiteError NotWhole(LaunchOptions launch) =>
        new(
            ErrorCodes.RecordingIncomplete,
            "A service died, or had to be killed, while it was found out which test reaches which mutant: what it noted is lost. Run IntegrationTest first.",
            Log: launch.RunDirectory
        );
}
