using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>What tests saw of a service's contract: each operation with its answers, and the rules for its inputs.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Operations">As in its contract.</param>
/// <param name="Keywords">How many rules its inputs have.</param>
/// <param name="NotProved">What was not seen of these.</param>
internal sealed record ContractSection(
    string Service,
    IReadOnlyList<ContractSection.Operation> Operations,
    int Keywords,
    IReadOnlyList<string> NotProved
)
{
    private const int MostNotProved = 500;

    /// <summary>Makes it for each service that has a contract.</summary>
    public static IReadOnlyList<ContractSection> Of(RunRecords records) => [.. records.Contracts.Select(Of)];

    private static ContractSection Of(ServiceMatrix service) =>
        new(
            service.Service,
            [
                .. service
                    .Documented.Select(answer => (answer, documented: true))
                    .Concat(service.Undocumented.Select(answer => (answer, documented: false)))
                    .GroupBy(each => each.answer.Operation)
                    .Select(operation => new Operation(
                        operation.Key,
                        [
                            .. operation
                                .Select(each => new Answer(each.answer.Status, each.answer.Count, each.documented))
                                .OrderBy(answer => answer.Status),
                        ]
                    )),
            ],
            service.Keywords.Count,
            [.. service.NotProved.Take(MostNotProved)]
        );

    /// <summary>An operation.</summary>
    internal sealed record Operation(string Name, IReadOnlyList<Answer> Answers);

    /// <summary>How often it gave an answer.</summary>
    internal sealed record Answer(int Status, int Count, bool Documented);
}
