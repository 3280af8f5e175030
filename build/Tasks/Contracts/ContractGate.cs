using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Contracts;

/// <summary>The gate: every documented answer of a service was seen, and no other.</summary>
internal static class ContractGate
{
    public static IEnumerable<SuiteError> Check(ServiceMatrix service)
    {
        if (service.NotExercised is { Count: > 0 } missing)
        {
            yield return new SuiteError(ErrorCodes.AnswerNotExercised, $"The contract of the service '{service.Service}' documents {missing.Count} answers that no test exercised: {string.Join(", ", missing)}. Write a test of each, or take it out of the contract.", service.Service);
        }

        if (service.Undocumented is { Count: > 0 } besides)
        {
            yield return new SuiteError(ErrorCodes.AnswerNotDocumented, $"The service '{service.Service}' answered what its contract does not document: {string.Join(", ", besides)}. Mend the service, or document it.", service.Service);
        }
    }

    public static List<string> Table(IReadOnlyList<ServiceMatrix> services) =>
    [
        $"{"Contracts",-24} {"operations",10} {"answers",8} {"exercised",10} {"undocumented",13}",
        .. services.Select(s => $"{(s.IsWhole ? "✓" : "✗")} {s.Service,-22} {Operations(s),10} {s.Documented.Count,8} {Percent(s),8:0.00} % {s.Undocumented.Count,13}"),
    ];

    private static int Operations(ServiceMatrix service) => service.Documented.Select(answer => answer.Operation).Distinct().Count();

    private static double Percent(ServiceMatrix service) => 100.0 * (service.Documented.Count - service.NotExercised.Count) / Math.Max(1, service.Documented.Count);
}
