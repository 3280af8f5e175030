using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>Services on ports from which the machine makes outgoing connections.</summary>
[TestClass]
public sealed class OutgoingPortTests : SystemTest
{
    private const string Code = $": warning {ErrorCodes.PortMayBeTaken}: ";

    [TestMethod]
    public async Task A_run_warns_of_a_fixed_port_among_them_once_and_goes_on()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        var port = system.PortOf("clock");
        var result = await InAsync(system, (port - 50, port + 50), "run", "--", "true");
        Assert.HasCount(1, result.AssertExit(ExitCode.Success).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        StringAssert.StartsWith(
            result.Error,
            $"servicehost{Code}This machine makes outgoing connections from ports {port - 50} to {port + 50}, so that any program can hold port {port} of Clock Service"
        );
    }

    [TestMethod]
    public async Task Whoever_joins_the_run_is_not_warned_again()
    {
        var system = SystemOf(new TestService("clock"));
        var tool = string.Join(' ', SmallSystem.ToolWords());
        var result = await InAsync(system, Around(system), $"{tool} up --keep && {tool} run -- true && {tool} down");
        Assert.HasCount(2, result.AssertExit(ExitCode.Success).Error.Split(Code));
    }

    [TestMethod]
    public async Task With_free_ports_nothing_is_warned_of()
    {
        var system = SystemOf(new TestService("clock"));
        Assert.AreEqual(
            "",
            (await InAsync(system, Around(system), "run", "--ports", "dynamic", "--", "true")).AssertExit(ExitCode.Success).Error
        );
    }

    [TestMethod]
    public async Task The_doctor_warns_of_it_and_finds_nothing_wrong()
    {
        var system = SystemOf(new TestService("clock"));
        var result = (await InAsync(system, Around(system), "doctor")).AssertExit(ExitCode.Success);
        StringAssert.Contains(result.Error, Code);
        StringAssert.Contains(result.Error, $"ip_local_reserved_ports={system.PortOf("clock")}\n");
    }

    [TestMethod]
    public async Task A_port_that_is_reserved_is_not_among_them()
    {
        var system = SystemOf(new TestService("clock"));
        var (port, tool) = (system.PortOf("clock"), string.Join(' ', SmallSystem.ToolWords("doctor")));
        var result = await InAsync(
            system,
            Around(system),
            $"echo '8080,{port - 1}-{port + 1}' > /proc/sys/net/ipv4/ip_local_reserved_ports && {tool}"
        );
        Assert.AreEqual("", result.AssertExit(ExitCode.Success).Error);
    }

    // The first even offset in the range is what connect() takes, the last odd one what bind() takes.
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public async Task The_look_for_a_services_health_never_takes_the_port_that_it_looks_for(int offset)
    {
        var system = SystemOf(new TestService("clock") { Env = new() { ["START_AFTER"] = "500" } });
        var first = system.PortOf("clock") - offset;
        var result = await InAsync(system, (first, first + 1), "run", "--", "cat", "/proc/net/tcp");
        var rows = result
            .AssertExit(ExitCode.Success)
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        Assert.IsTrue(
            rows.Exists(row => row[1].EndsWith($":{system.PortOf("clock"):X4}", StringComparison.Ordinal)),
            "the service is in the table"
        );
        Assert.IsFalse(rows.Exists(row => row[1] == row[2]), result.Output);
    }

    private static (int First, int Last) Around(SmallSystem system) => (system.PortOf("clock") - 50, system.PortOf("clock") + 50);

    private static Task<CliResult> InAsync(SmallSystem system, (int First, int Last) outgoing, params string[] words) =>
        system
            .StartIn(
                NetworkNamespace.Words(
                    outgoing,
                    words.Length == 1 && words[0].Contains(' ') ? ["sh", "-c", words[0]] : SmallSystem.ToolWords(words)
                )
            )
            .EndAsync();
}
