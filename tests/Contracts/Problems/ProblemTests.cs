using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Problems;

/// <summary>How each service tells what went wrong, seen at something that is not there.</summary>
[TestClass]
public sealed class ProblemTests : ServiceTest
{
    public static IEnumerable<(string Service, string Collection)> Collections =>
        [
            ("records", "/api/templates"),
            ("ingestion", "/ingestions"),
            ("export", "/exports"),
            ("caseblock", "/caseblock/templates"),
            ("signature", "/signature/templates"),
            ("facts", "/facts/claims"),
            ("exhibits", "/exhibits"),
            ("caselaw", "/authorities"),
        ];

    [TestMethod]
    [DynamicData(nameof(Collections))]
    public async Task A_problem_names_the_trace_of_its_request(string service, string collection) =>
        Assert.AreEqual(TraceId.ToHexString(), (await MissAsync(service, collection)).TraceId);

    [TestMethod]
    [DynamicData(nameof(Collections))]
    public async Task A_problem_says_what_is_not_there_and_nothing_of_the_inside(string service, string collection)
    {
        var id = Guid.CreateVersion7();
        var problem = await MissAsync(service, collection, id);

        Assert.MatchesRegex($@"^There is no \w+ {id}\.$", problem.Detail);
        Assert.AreEqual(("about:blank", "Not Found"), (problem.Type, problem.Title));
    }

    private Task<Problem> MissAsync(string service, string collection, Guid? id = null) =>
        Client(service).GetAsync($"{collection}/{id ?? Guid.CreateVersion7()}", Cancel).ExpectProblemAsync(404);
}
