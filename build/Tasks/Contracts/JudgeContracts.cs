using System.Text.Json;
using Microsoft.Build.Framework;
using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Contracts;

/// <summary>Joins what the test projects saw of each service's contract into <c>contracts.json</c>, and fails the run for a documented answer that no test saw and for an answer that is not documented.</summary>
public sealed class JudgeContracts : SuiteTask
{
    /// <summary>Where the test projects wrote their part, and <c>contracts.json</c> goes.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>Whether the run was whole, so that what no test saw is a fault: not when it was filtered.</summary>
    [Required]
    public required bool Gate { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var services = Directory.EnumerateFiles(ResultsDirectory, "contracts.*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<ContractResults>(File.ReadAllBytes(file), ClientJson.Options)!.Services)
            .GroupBy(part => part.Service)
            .Select(ServiceMatrix.Join)
            .ToList();
        if (services.Count == 0)
        {
            return;
        }

        File.WriteAllText(
            Path.Combine(ResultsDirectory, "contracts.json"),
            JsonSerializer.Serialize(new { Complete = services.TrueForAll(service => service.IsWhole), Judged = Gate, Services = services }, ClientJson.Indented));
        if (Gate)
        {
            Table(services).ForEach(Say);
            services.SelectMany(Faults).ToList().ForEach(Report);
        }
    }

    private static List<string> Table(List<ServiceMatrix> services) =>
    [
        $"{"Contracts",-24} {"operations",10} {"answers",8} {"exercised",10} {"undocumented",13}",
        .. services.Select(s => $"{(s.IsWhole ? "✓" : "✗")} {s.Service,-22} {s.Documented.Select(a => a.Operation).Distinct().Count(),10} {s.Documented.Count,8} {Percent(s),8:0.00} % {s.Undocumented.Count,13}"),
    ];

    private static double Percent(ServiceMatrix service) => 100.0 * (service.Documented.Count - service.NotExercised.Count) / Math.Max(1, service.Documented.Count);

    private static IEnumerable<SuiteError> Faults(ServiceMatrix service)
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
}
