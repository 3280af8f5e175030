using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Doctor;

[TestClass]
public sealed class LargeManifestTests : SystemTest
{
    [TestMethod]
    public async Task Of_thousands_of_services_it_names_the_owner_of_each_port_in_use()
    {
        var system = SystemOf();
        var listeners = Enumerable.Range(0, 300).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            var held = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToHashSet();
            var ports = held.Concat(Enumerable.Range(1, 3_000).Where(port => !held.Contains(port)));
            await File.WriteAllTextAsync(
                system.Manifest,
                new JsonObject { ["services"] = new JsonArray([.. ports.Select(Service)]) }.ToJsonString()
            );

            var result = await system.RunAsync("doctor");

            var named = Regex.Matches(
                result.Error,
                $@"error {ErrorCodes.PortInUse}: Port (\d+) of s\1 is in use by process {Environment.ProcessId} ",
                RegexOptions.None,
                Until.Patience
            );
            CollectionAssert.IsSubsetOf(held.Select(port => $"{port}").ToList(), named.Select(match => match.Groups[1].Value).ToList());
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private static JsonObject Service(int port) =>
        new()
        {
            ["name"] = $"s{port}",
            ["command"] = "x",
            ["port"] = port,
        };
}
