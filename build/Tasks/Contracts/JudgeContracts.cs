using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Contracts;

/// <summary>Joins what the test projects saw of each service's contract into <c>contracts.json</c>, and fails the run for a documented answer that no test saw, for an answer that is not documented, and for a keyword of an input that was not seen to be kept and broken.</summary>
public sealed class JudgeContracts : SuiteTask
{
    /// <summary>Where the test projects wrote their part, and <c>contracts.json</c> goes.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>Whether the run was whole, so that what no test saw is a fault: not when it was filtered.</summary>
    [Required]
    public required bool Gate { get; set; }

    /// <summary>The run's state file: how strict each service's gates are.</summary>
    [Required]
    public required string StateFile { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var results = Directory
            .EnumerateFiles(ResultsDirectory, "contracts.*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<ContractResults>(File.ReadAllBytes(file), ClientJson.Options)!)
            .ToList();
        var seen = results.SelectMany(part => part.Services).GroupBy(part => part.Service).Select(ServiceMatrix.Join);
        IReadOnlyList<ServiceMatrix> services = Shared<Kept<ServiceMatrix>>() is { } kept ? kept.Complete(seen) : [.. seen];
        if (Gate)
        {
            ContractGate.Unchecked(RunState.TryRead(StateFile), services).ToList().ForEach(Say);
        }

        if (services.Count == 0)
        {
            return;
        }

        File.WriteAllText(
            Path.Combine(ResultsDirectory, "contracts.json"),
            JsonSerializer.Serialize(
                new
                {
                    Complete = services.All(service => service.IsWhole),
                    Judged = Gate,
                    Services = services,
                },
                ClientJson.Indented
            )
        );
        if (Gate)
        {
            var gates = Shared<ServiceGates>() ?? ServiceGates.Read(StateFile);
            ContractGate.Table(services).ForEach(Say);
            services.SelectMany(ContractGate.Check).SelectMany(gates.Judge).ToList().ForEach(Report);
        }
    }
}
