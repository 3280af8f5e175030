using System.Security.Cryptography;
using Clients;
using Clients.Export;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.Persistence;

/// <summary>What a service has taken is not lost when it is restarted.</summary>
[TestClass]
public sealed class RestartTests : WorkflowTest
{
    [TestMethod]
    public Task A_matter_goes_on_though_each_of_the_eight_services_is_restarted_in_its_middle() =>
        SecondSystem.UseAsync(
            async system =>
            {
                var services = new Services(name => Client(system[name]), Cancel);
                Assert.AreSequenceEqual(
                    Suite.State.Services.Select(service => service.Name).ToArray(),
                    system.Keys.ToArray(),
                    SequenceOrder.InAnyOrder
                );

                Step("a matter is begun");
                var matter = await Matter.BeginAsync(services);
                var before = await ReadAsync(services, matter);

                Step("each service is restarted");
                await Task.WhenAll(system.Values.Select(instance => instance.StopAsync(Cancel)));
                await Task.WhenAll(system.Values.Select(instance => instance.StartAgainAsync(Cancel)));

                Step("all that was stored is read again");
                Assert.AreSequenceEqual(before.ToArray(), (await ReadAsync(services, matter)).ToArray());

                Step("the matter goes on");
                var saved = await services.Records.SaveDraftAsync(
                    matter.Draft.Id,
                    new DraftChange(matter.Draft.Version, matter.Draft.DocumentJson)
                );
                Assert.AreEqual(3, saved.Version);
                Assert.IsTrue((await services.Facts.GetSupportAsync(matter.Claim.Id)).HasSupport);
                var file = await services.Export.ExportAsync(new ExportRequest(saved.Id, IncludeExhibits: true, IncludeAuthorities: true));
                Assert.AreEqual(3, (await services.Export.GetAsync(file)).DraftVersion);
                await services.Ingestion.IngestAsync(file.Bytes);
            },
            Cancel
        );

    private async Task<IReadOnlyList<string>> ReadAsync(Services services, Matter matter)
    {
        var read = new List<string>();
        foreach (var (service, path) in matter.Stored)
        {
            using var response = await services.Http(service).GetAsync(path, Cancel).ExpectAsync(200);
            read.Add($"{service} {path}: {Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync(Cancel)))}");
        }

        return read;
    }
}
