using System.Reflection;
using TestKit;
using TestKit.Contracts;
using TestKit.Contracts.Calls;
using TestKit.Contracts.Checks;

namespace Contracts.Generated;

/// <summary>What every operation of every service promises by its contract, tried with inputs that are generated from it. No service is named here: whoever adds an operation has it checked.</summary>
[TestClass]
public sealed class GeneratedCheckTests : ServiceTest
{
    public static IEnumerable<object[]> Promises =>
        from service in Suite.State.Services
        from promise in ContractChecks.Of(ApiDocument.OfAsync(Suite.Url(service.Name)).GetAwaiter().GetResult())
        select new object[] { service.Name, promise.Operation, promise.Promise };

    public static string Name(MethodInfo method, object[] row) => $"{row[0]}: {row[1]} {row[2]}";

    [TestMethod]
    [DynamicData(nameof(Promises), DynamicDataDisplayName = nameof(Name))]
    public async Task An_operation_keeps_a_promise_of_its_contract(string service, string operation, string promise)
    {
        var system = await Task.WhenAll(
            Suite.State.Services.Select(async each => new ApiService(
                each.Name,
                await ApiDocument.OfAsync(Suite.Url(each.Name)),
                PlainClient(each.Name)
            ))
        );
        await ContractChecks.CheckAsync(system, service, operation, promise, Cancel);
    }
}
