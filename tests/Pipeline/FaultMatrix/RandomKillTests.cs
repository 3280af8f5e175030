using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>Kills a random process of a run at a random moment, again and again in the same folder. <c>dotnet build -t:RandomKills</c> does it 200 times; an ordinary run a few.</summary>
[TestClass]
public sealed class RandomKillTests : SystemTest
{
    // From before the supervisor runs until the stop is over, on an idle machine.
    private const int LatestMoment = 2500;
    private const int FewKills = 3;

    private static readonly int s_kills = int.TryParse(
        Environment.GetEnvironmentVariable("RANDOM_KILLS"),
        CultureInfo.InvariantCulture,
        out var kills
    )
        ? kills
        : FewKills;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Nothing_is_left_after_random_kills()
    {
        var system = SystemOf(
            new TestService("quick") { Database = "quick" },
            new TestService("slow") { DependsOn = ["quick"], Env = { ["START_AFTER"] = "200", ["STOP_AFTER"] = "200" } }
        );
        var (random, victims) = (new Random(Seed.Value), new List<string>());
        TestContext.WriteLine($"FAULT_SEED={Seed.Value}");
        while (victims.Count < s_kills)
        {
            var run = system.StartAlone("run", "--", "sleep", "0.7");
            await Task.Delay(random.Next(LatestMoment));
            if (TryKillOne(system, random) is { } victim)
            {
                victims.Add(victim);
            }

            await run.EndAsync();
            await AssertNothingLeftAsync(system, victims);
        }

        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        await system.AssertNothingLeftAsync();
        LeftoverSearch.AssertNoFiles(system);
        TestContext.WriteLine(
            $"{s_kills} kills ({string.Join(", ", victims.CountBy(victim => victim).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"))}): 0 processes, 0 held ports"
        );
    }

    // Null when the run is over already.
    private static string? TryKillOne(SmallSystem system, Random random)
    {
        if (LeftoverSearch.Processes(system) is not { Count: > 0 } pids)
        {
            return null;
        }

        var pid = pids[random.Next(pids.Count)];
        var role = RoleOf(pid, system.State);
        Signals.Send(pid, ProcessSignal.Kill);
        return role;
    }

    private static string RoleOf(int pid, RunState? state) =>
        pid == state?.Supervisor.Pid ? "supervisor"
        : pid == state?.Watchdog?.Pid ? "watchdog"
        : state?.Services.Any(service => service.Process?.Pid == pid) == true ? "service"
        : ProcessTable.CommandLine(pid) is var line && line.Contains("postgres", StringComparison.Ordinal) ? "PostgreSQL"
        : line.Contains(" run -- ", StringComparison.Ordinal) ? "servicehost run"
        : line.StartsWith("sleep", StringComparison.Ordinal) ? "command"
        : "other";

    private static async Task AssertNothingLeftAsync(SmallSystem system, List<string> victims)
    {
        try
        {
            await system.AssertNothingLeftAsync();
        }
        catch (AssertFailedException e)
        {
            throw new AssertFailedException(
                $"Kill {victims.Count}, of {victims.LastOrDefault()}. Repeat with FAULT_SEED={Seed.Value}. {e.Message}{Environment.NewLine}{system.EventText}",
                e
            );
        }
    }
}
