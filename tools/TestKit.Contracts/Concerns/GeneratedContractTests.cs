using System.Reflection;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Checks;
using IntegrationSuite.TestKit.Gates;
using IntegrationSuite.TestKit.Session;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// What every operation of every service promises by its contract, tried with inputs that are generated from it. For a test project of the
/// concern Contracts: <c>[TestClass] public sealed class GeneratedTests : GeneratedContractTests;</c>
/// </summary>
/// <remarks>A service without a contract, or whose gate <c>contracts</c> is off, is left out.</remarks>
public abstract class GeneratedContractTests : ServiceTest
{
    private const string Reading = "can be read";
    private const string Judging = "can be judged";

    /// <summary>The promises: service, operation, and the promise as the end of a sentence.</summary>
    public static IEnumerable<(string Service, string Operation, string Promise)> Promises =>
        Suite.Services.Where(IsJudged).SelectMany(service => PromisesOfAsync(service).GetAwaiter().GetResult()).OrNothing();

    /// <summary>A test's name.</summary>
    public static string NameOf(MethodInfo method, object[] row) => $"{row[0]}: {row[1]} {row[2]}";

    /// <summary>Each promise is a test.</summary>
    [TestMethod]
    [DynamicData(
        nameof(Promises),
        typeof(GeneratedContractTests),
        DynamicDataDisplayName = nameof(NameOf),
        DynamicDataDisplayNameDeclaringType = typeof(GeneratedContractTests)
    )]
    public async Task An_operation_keeps_a_promise_of_its_contract(string service, string operation, string promise)
    {
        NothingToTest.Skip(service, "an OpenAPI document");
        if (promise == Reading)
        {
            await ServiceContract.Of(service).Read();
        }
        else if (promise == Judging)
        {
            var why = ContractChecks.LeftOut((await ServiceContract.Of(service).Read())!).First(each => each.Operation == operation).Why;
            Assert.Inconclusive($"{service}: {operation} is left out: {why}.");
        }
        else if (
            await ContractChecks.FailureAsync(await SystemAsync(), service, operation, promise, CheckSeed.Value, Cancel) is { } failure
        )
        {
            ServiceGate.Broken(ErrorCodes.ContractBroken, service, failure);
        }
    }

    private static bool IsJudged(string service) => RunningServices.TryFind(service)?.Gates.Contracts != GateLevel.Off;

    /// <summary>A contract that can't be read is one failure of that service's; the others are tested all the same.</summary>
    private static async Task<IEnumerable<(string Service, string Operation, string Promise)>> PromisesOfAsync(string service)
    {
        try
        {
            return await ServiceContract.Of(service).Read() is { } document
                ?
                [
                    .. ContractChecks.Of(document).Select(promise => (service, promise.Operation, promise.Promise)),
                    .. ContractChecks.LeftOut(document).Select(each => (service, each.Operation, Judging)),
                ]
                : [];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [(service, "the contract", Reading)];
        }
    }

    /// <summary>All services that have a contract: what an operation needs may be made by another one.</summary>
    private async Task<IReadOnlyList<ApiService>> SystemAsync()
    {
        var system = new List<ApiService>();
        foreach (var service in Suite.Services)
        {
            if (await ServiceContract.TryReadAsync(service) is { } document)
            {
                system.Add(new ApiService(service, document, PlainClient(service)));
            }
        }

        return system;
    }
}
