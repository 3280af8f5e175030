using System.Collections;
using System.Net.Http.Json;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Latency;

namespace Performance.Operations;

/// <summary>How each operation of a service is called. The method is the first word of the name.</summary>
/// <param name="service">Its name in the manifest.</param>
internal sealed class ProbeList(string service) : IEnumerable<LatencyProbe>
{
    private readonly List<LatencyProbe> _probes = [];

    /// <summary>An operation that calls for nothing to be made before.</summary>
    public void Add(string name, Func<World, string> path, Func<World, object>? body = null) =>
        Add(name, world => Task.FromResult(path(world)), body);

    /// <summary>An operation on something that is made for each call, by the same instance of the service, as it can be called only once.</summary>
    public void Add(string name, Func<World, Task<string>> path, Func<World, object>? body = null) =>
        _probes.Add(
            new LatencyProbe(
                service,
                name,
                async client =>
                {
                    var world = (await World.Stored).Through(service, client);
                    return new HttpRequestMessage(HttpMethod.Parse(name.Split(' ')[0]), await path(world))
                    {
                        Content = body?.Invoke(world) switch
                        {
                            null => null,
                            HttpContent content => content,
                            var json => JsonContent.Create(json, json.GetType(), options: Json.Strict),
                        },
                    };
                }
            )
        );

    /// <inheritdoc />
    public IEnumerator<LatencyProbe> GetEnumerator() => _probes.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
