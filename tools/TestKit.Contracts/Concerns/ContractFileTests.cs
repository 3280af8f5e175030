using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Contracts.Drift;
using IntegrationSuite.TestKit.Gates;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// What clients were promised stands in a file beside each service, and changes only where a person sees it. For a test project of the
/// concern Contracts: <c>[TestClass] public sealed class FileTests : ContractFileTests;</c>; <c>dotnet build -t:UpdateContracts</c> writes the files.
/// </summary>
/// <remarks>For the services that answer their document themselves.</remarks>
public abstract class ContractFileTests : ServiceTest
{
    /// <summary>The category by which <c>-t:UpdateContracts</c> finds these tests.</summary>
    public const string Category = "ContractFile";

    /// <summary>The services that answer a document.</summary>
    public static IEnumerable<string> Services =>
        Suite
            .Services.Where(service =>
                ServiceContract.Of(service).Path is not null && ServiceContract.TryReadAsync(service).GetAwaiter().GetResult() is not null
            )
            .OrNothing();

    /// <summary>Each service's is a test.</summary>
    [TestMethod]
    [TestCategory(Category)]
    [DynamicData(nameof(Services), typeof(ContractFileTests))]
    public async Task A_services_contract_is_the_one_that_is_checked_in(string service)
    {
        NothingToTest.Skip(service, "an OpenAPI document that it answers itself");
        var running = await Client(service).GetStringAsync(ServiceContract.Of(service).Path, Cancel);
        if (ContractFile.Of(service).Difference(running) is { } difference)
        {
            ServiceGate.Broken(ErrorCodes.ContractBroken, service, difference);
        }
    }
}
