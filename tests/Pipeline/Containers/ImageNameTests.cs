using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Containers;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>What reaches the command line of the engine's client. A script stands in for it.</summary>
[TestClass]
public sealed class ImageNameTests : SystemTest
{
    [TestMethod]
    [DataRow("--privileged")]
    [DataRow("redis:7 --privileged")]
    [DataRow("")]
    public async Task An_image_that_a_reference_makes_an_option_or_nothing_is_refused_before_the_engine_runs_it(string image)
    {
        var system = SystemOf(new TestService("cache") { Keys = { ["image"] = "${env:IMAGE_OF_CACHE:-}" } });
        var client = Path.Combine(system.Folder, "client.sh");
        File.WriteAllText(client, $"echo \"$1\" >> '{system.Folder}/asked'");
        var environment = new Dictionary<string, string>
        {
            [LaunchOptions.ContainerEngineVariable] = $"sh '{client}'",
            ["IMAGE_OF_CACHE"] = image,
        };
        (await system.StartWith(environment, "up").EndAsync())
            .AssertExit(ExitCode.BadInput)
            .AssertError(ErrorCodes.ManifestBadValue, "The 'image' of Cache Service", $"'{image}'");
        CollectionAssert.DoesNotContain(await File.ReadAllLinesAsync(Path.Combine(system.Folder, "asked")), "run");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("STORAGE_DRIVER")]
    [DataRow("HTTPS_PROXY")]
    [DataRow("https_proxy")]
    [DataRow("SSL_CERT_FILE")]
    [DataRow("REGISTRY_AUTH_FILE")]
    [DataRow("AWS_*", DisplayName = "what Podman takes for all that begin so")]
    public void A_variable_of_the_container_does_not_steer_the_client(string name) => Assert.IsTrue(ServiceContainer.IsReadByClient(name));

    [TestMethod]
    [DataRow("STORAGE_BUCKET")]
    [DataRow("POSTGRES_PASSWORD")]
    public void A_secret_of_the_containers_stays_off_the_command_line(string name) => Assert.IsFalse(ServiceContainer.IsReadByClient(name));
}
