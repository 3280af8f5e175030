using IntegrationSuite.TestKit.Instances;

namespace Workflows;

/// <summary>
/// The eight services a second time, among one another and on the same databases: to be stopped and started while all other tests
/// go on with the first. Starts are what these tests cost, so there is one for all of them, and one test at a time has it.
/// </summary>
[TestClass]
public sealed class SecondSystem
{
    /// <summary>Those that call nobody, those that call these, and so on: each wave learns the addresses of those before it.</summary>
    private static readonly string[][] s_waves =
    [
        ["records", "caseblock", "signature"],
        ["exhibits", "caselaw"],
        ["facts", "export"],
        ["ingestion"],
    ];

    private static readonly SemaphoreSlim s_turn = new(1);
    private static Dictionary<string, ServiceInstance> s_instances = [];

    /// <summary>Lets a test have it, and leaves it as it is for the next one; what a failed test leaves behind nobody gets.</summary>
    internal static async Task UseAsync(Func<IReadOnlyDictionary<string, ServiceInstance>, Task> test, CancellationToken cancel)
    {
        await s_turn.WaitAsync(cancel);
        try
        {
            await StartAsync(cancel);
            await test(s_instances);
        }
        catch
        {
            await EndAsync();
            throw;
        }
        finally
        {
            s_turn.Release();
        }
    }

    [AssemblyCleanup]
    public static async Task EndAsync()
    {
        var instances = s_instances.Values.ToList();
        s_instances = [];
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private static async Task StartAsync(CancellationToken cancel)
    {
        foreach (var wave in s_waves)
        {
            var known = s_instances.ToDictionary(pair => pair.Key, pair => pair.Value.Url);
            foreach (
                var instance in await Task.WhenAll(
                    wave.Where(service => !known.ContainsKey(service)).Select(service => ServiceInstance.StartAsync(service, cancel, known))
                )
            )
            {
                s_instances[instance.Service] = instance;
            }
        }
    }
}
