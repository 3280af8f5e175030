using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Postgres.Private;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Watch;

/// <summary>The companion process: hears from the supervisor what it started, and ends all of it if the supervisor goes without a word. Its argument: the run directory. Its first line of stdin: the run's id.</summary>
internal static class Watchdog
{
    /// <summary>What the supervisor says when there is nothing left to watch.</summary>
    public const string Done = "done";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads stdin to its end.</summary>
    public static int Run(string runDirectory)
    {
        if (Console.In.ReadLine() is not { } runId)
        {
            return 0; // the supervisor is gone, and has started nothing without a watchdog
        }
        var watched = new List<WatchedGroup>();
        while (Console.In.ReadLine() is { } line)
        {
            if (line == Done)
            {
                return 0;
            }
            watched.Add(WatchedGroup.Parse(line));
        }
        EndAll(watched, runId);
        if (RemoveContainers(runId))
        {
            CleanUp(runDirectory, runId);
        }
        return 0;
    }

    private static void EndAll(List<WatchedGroup> watched, string runId)
    {
        watched.ForEach(group => group.Abort());
        RunSweep.KillCommands(CommandMark.OfRun(runId)); // without services they prove nothing
        RunSweep.Kill(runId, except: [.. watched.Where(group => group.IsAlive).Select(group => group.Identity.Pid)]);
        WaitForEnd(watched);
        watched.ForEach(group => group.Kill());
        RunSweep.Kill(runId, except: []);
        WaitForEnd(watched);
    }

    private static void WaitForEnd(List<WatchedGroup> watched)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (watched.Exists(group => group.IsAlive) && TimeProvider.System.GetElapsedTime(started) < s_patience)
        {
            Thread.Sleep(10);
        }
    }

    // Else the next start does: the run's own directory stays, which tells the engine.
    private static bool RemoveContainers(string runId)
    {
        try
        {
            DeadContainers.Remove(RunDirectory.PathOf(PrivatePaths.Runtime, runId), runId);
            return true;
        }
        catch (SuiteException e)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }

    // Under the lock, so that a new run that has begun meanwhile keeps what is its own. That run then removes the rest, too.
    private static void CleanUp(string runDirectory, string runId)
    {
        var folderIsGone = !Directory.Exists(runDirectory);
        using var held = folderIsGone ? null : RunLock.TryTake(runDirectory);
        if (folderIsGone || held is not null)
        {
            DeadRuns.Take(runDirectory, run => run.RunId == runId).ForEach(DeadRuns.Remove);
            MarkStopped(Path.Combine(runDirectory, "state.json"), runId);
        }
    }

    private static void MarkStopped(string stateFile, string runId)
    {
        if (RunState.TryRead(stateFile) is { } state && state.RunId == runId)
        {
            using (var file = new FileStream(stateFile + ".new", PrivateFolder.File0600(FileMode.Create, FileAccess.Write, FileShare.None)))
            {
                JsonSerializer.Serialize(file, state with { Phase = RunPhase.Stopped }, ClientJson.Indented);
            }
            File.Move(stateFile + ".new", stateFile, overwrite: true);
        }
    }
}
