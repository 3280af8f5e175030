using System.Collections.Concurrent;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Contracts.Between;

/// <summary>
/// The calls that a second instance of a service makes to all others, each checked against the callee's contract. Only such an
/// instance is recorded: the services that all tests use call each other directly, and are started and measured as they are.
/// </summary>
public sealed class RecordedCalls : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly List<(string Service, RecordingProxy Proxy)> _proxies;

    private RecordedCalls() => _proxies = [.. Suite.Services.Select(service => (service, new RecordingProxy(service, _calls.Enqueue)))];

    /// <summary>Where the instance finds its neighbours.</summary>
    public IReadOnlyList<(string Service, Uri Url)> Neighbours => [.. _proxies.Select(pair => (pair.Service, pair.Proxy.Url))];

    /// <summary>The calls that broke the callee's contract: why a request that led to one failed.</summary>
    public IReadOnlyList<RecordedCall> Breaches => [.. _calls.Where(call => call.Breach is not null)];

    /// <summary>Begins to record.</summary>
    public static RecordedCalls Start() => new();

    /// <summary>Expects that each of these services was called, no other was, and every call and answer was as the callee's contract says.</summary>
    /// <exception cref="AssertFailedException">It was not so: the breaches, or the calls there were.</exception>
    public void AssertKeptWith(params IEnumerable<string> callees)
    {
        Assert.IsEmpty(Breaches, $"Calls between services broke the callee's contract:\n{string.Join('\n', Breaches)}");
        Assert.AreEqual(
            string.Join(' ', callees.Order(StringComparer.Ordinal)),
            string.Join(' ', _calls.Select(call => call.Callee).Distinct().Order(StringComparer.Ordinal)),
            $"The services that were called. The calls:\n{string.Join('\n', _calls)}\n"
        );
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, proxy) in _proxies)
        {
            await proxy.DisposeAsync();
        }
    }
}
