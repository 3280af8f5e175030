using System.Diagnostics;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Health;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>Many services that start at the same time.</summary>
[TestClass]
public sealed class CrowdTests : SystemTest
{
    private const string TinyService = """
        use Socket; $SIG{PIPE} = "IGNORE";
        socket(S, PF_INET, SOCK_STREAM, 0); setsockopt(S, SOL_SOCKET, SO_REUSEADDR, 1);
        bind(S, sockaddr_in($ENV{PORT}, INADDR_LOOPBACK)) or die $!; listen(S, 16);
        while (accept(C, S)) { sysread(C, $b, 4096); syswrite(C, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); close(C); }
        """;

    [TestMethod]
    public async Task Three_hundred_tiny_services_come_up_and_stop_in_order()
    {
        if (!File.Exists("/usr/bin/perl"))
        {
            Assert.Inconclusive(
                "A tiny service is written for Perl, and there is no /usr/bin/perl; three hundred of another kind would want this machine's memory."
            );
        }

        var system = SystemOf();
        var services = Enumerable
            .Range(1, 300)
            .Select(number => new JsonObject
            {
                ["name"] = $"s{number}",
                ["command"] = new JsonArray("/usr/bin/perl", "-e", TinyService),
                ["port"] = number,
                ["startTimeout"] = 120,
            });
        await File.WriteAllTextAsync(system.Manifest, new JsonObject { ["services"] = new JsonArray([.. services]) }.ToJsonString());
        var result = (await system.RunAsync("run", "--ports", "dynamic", "--", "sh", "-c", "echo $SERVICE_URLS")).AssertExit(
            ExitCode.Success
        );
        Assert.HasCount(300, result.Output.Split(';'));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Where_all_are_late_the_error_names_the_first_and_how_many_were_with_it()
    {
        var services = Enumerable.Range(1, 12).Select(number => new TestService($"clock{number}", Mode.Hang) { StartTimeout = 3 }).ToList();
        var result = (await SystemOf(services).RunAsync("up")).AssertExit(ExitCode.Failed);
        result.AssertError(ErrorCodes.NotHealthyInTime, "11 other services were not healthy by then either.");
        Assert.HasCount(2, result.Error.Split(": error "), result.ToString());
    }

    [TestMethod]
    [DataRow(1, 0.1, 10)]
    [DataRow(8, 0.1, 10)]
    [DataRow(8, 5, 50)]
    [DataRow(300, 0.1, 375)]
    [DataRow(300, 20, 375)]
    [DataRow(8, 20, 200)]
    public void Eight_are_looked_at_as_often_as_one_and_many_less_often(int waiting, double elapsed, double milliseconds)
    {
        var pace = new HealthPace();
        var waiters = Enumerable.Range(0, waiting).Select(_ => pace.Enter()).ToList();
        Assert.AreEqual(milliseconds, pace.Pause(TimeSpan.FromSeconds(elapsed)).TotalMilliseconds);
        waiters.ForEach(waiter => waiter.Dispose());
        Assert.AreEqual(10, pace.Pause(TimeSpan.Zero).TotalMilliseconds);
    }

    [TestMethod]
    public async Task A_shared_reading_began_after_everybody_who_gets_it_had_asked_and_serves_many()
    {
        var readings = 0;
        var shared = new SharedRead<long>(() =>
        {
            Interlocked.Increment(ref readings);
            var began = Stopwatch.GetTimestamp();
            Thread.Sleep(1); // what makes a reading worth sharing
            return began;
        });
        await Parallel.ForAsync(
            0,
            1000,
            new ParallelOptions { MaxDegreeOfParallelism = 50 },
            async (_, _) =>
            {
                var asked = Stopwatch.GetTimestamp();
                Assert.IsGreaterThanOrEqualTo(asked, await shared.ReadAsync());
            }
        );
        Assert.IsLessThan(500, readings);
    }

    [TestMethod]
    public async Task A_shared_reading_that_failed_fails_those_who_wait_for_it_and_not_the_next()
    {
        var readings = 0;
        var shared = new SharedRead<int>(() => ++readings == 1 ? throw new IOException("torn") : readings);
        await Assert.ThrowsExactlyAsync<IOException>(shared.ReadAsync);
        Assert.AreEqual(2, await shared.ReadAsync());
    }
}
