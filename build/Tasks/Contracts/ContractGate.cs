using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Tasks.Contracts;

/// <summary>The gate: every documented answer of a service was seen, and no other; and every keyword of its inputs at work, both ways.</summary>
internal static class ContractGate
{
    public static IEnumerable<SuiteError> Check(ServiceMatrix service)
    {
        if (service.NotExercised is { Count: > 0 } missing)
        {
            yield return new SuiteError(
                ErrorCodes.AnswerNotExercised,
                $"The contract of the service '{service.Service}' documents {missing.Count} answers that no test exercised: {string.Join(", ", missing)}. Write a test of each, or take it out of the contract.",
                service.Service
            );
        }

        if (service.Undocumented is { Count: > 0 } besides)
        {
            yield return new SuiteError(
                ErrorCodes.AnswerNotDocumented,
                $"The service '{service.Service}' answered what its contract does not document: {string.Join(", ", besides)}. Mend the service, or document it.",
                service.Service
            );
        }

        if (service.NotProved is { Count: > 0 } unproved)
        {
            yield return new SuiteError(
                ErrorCodes.KeywordNotExercised,
                $"The contract of the service '{service.Service}' has {unproved.Count} rules for inputs that no test proved: {string.Join(", ", unproved)}. Write a test that sends it, breaking this keyword and no other, or take it out of the contract.",
                service.Service
            );
        }
    }

    /// <summary>A line for each service that was called without contract checks.</summary>
    public static IEnumerable<string> Unchecked(RunState? run, IReadOnlyList<ServiceMatrix> known) =>
        from service in run?.Services ?? []
        where service.Url is not null && known.All(matrix => matrix.Service != service.Name)
        select $"– {service.Name, -22} no contract was checked: no OpenAPI document was found, or no test called it by one";

    public static List<string> Table(IReadOnlyList<ServiceMatrix> services) =>
        [
            $"{"Contracts", -24} {"operations", 10} {"answers", 8} {"exercised", 10} {"undocumented", 13} {"keywords", 9} {"exercised", 10}",
            .. services.Select(s =>
                $"{(s.IsWhole ? "✓" : "✗")} {s.Service, -22} {Operations(s), 10} {s.Documented.Count, 8} {Percent(s.Documented.Count, s.NotExercised.Count), 8:0.00} % {s.Undocumented.Count, 13} {s.Keywords.Count, 9} {Percent(2 * s.Keywords.Count, s.NotProved.Count), 8:0.00} %"
            ),
        ];

    private static int Operations(ServiceMatrix service) => service.Documented.Select(answer => answer.Operation).Distinct().Count();

    /// <summary>Of nothing all is exercised.</summary>
    private static double Percent(int all, int missing) => all == 0 ? 100 : 100.0 * (all - missing) / all;
}
