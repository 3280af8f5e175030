using IntegrationSuite.Report.Files;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Records;

/// <summary>What tests saw of each service's contract: joined by the build, or, when it did not come to that, the parts of the test projects.</summary>
internal static class ContractFiles
{
    private const string Joined = "contracts.json";

    /// <summary>Reads it.</summary>
    public static IReadOnlyList<ServiceMatrix> Read(RecordFolder results)
    {
        string[] files = results.Has(Joined) ? [Joined] : [.. results.Files("", "contracts.*.json")];
        return
        [
            .. files
                .Select(results.TryReadJson<ContractResults>)
                .SelectMany(part => part?.Services ?? [])
                .Where(IsSound)
                .GroupBy(service => service.Service)
                .Select(ServiceMatrix.Join),
        ];
    }

    // JSON may lack what a record is never without.
    private static bool IsSound(ServiceMatrix service) =>
        service is { Service: not null, Documented: not null, Undocumented: not null, Keywords: not null }
        && service.Documented.Concat(service.Undocumented).All(answer => answer?.Operation is not null)
        && service.Keywords.All(keyword => keyword is not null);
}
