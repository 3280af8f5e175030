using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Ends a service that runs, and tells how it ended.</summary>
/// <param name="setup">The run.</param>
/// <param name="entry">The service.</param>
/// <param name="board">Its part of the state.</param>
/// <param name="container">Its container, if it runs in one.</param>
internal sealed class ServiceStop(RunSetup setup, ServiceEntry entry, ServiceBoard board, ServiceContainer? container)
{
    // 128 and the signal's number: what a program that does not handle it ends with.
    private const int EndedBySigterm = 143;

    /// <summary>Ends it: asked first, killed after its timeout.</summary>
    /// <param name="process">Its process.</param>
    /// <param name="logStart">Where this start's part of its log begins, in bytes.</param>
    /// <param name="hurry">Once cancelled, it is killed at once.</param>
    public async Task RunAsync(IRunningProcess process, long logStart, CancellationToken hurry)
    {
        var unasked = process.Exited.IsCompleted;
        var started = TimeProvider.System.GetTimestamp();
        var ending = GroupStop.RunAsync(process, setup.StopTimeout(entry), hurry);
        // It is asked by now. Where all services stop, the run's own phase says so, and hundreds of states need not be written.
        if (!unasked && setup.Board.State.Phase != RunPhase.Stopping)
        {
            board.Set(RunPhase.Stopping);
        }
        var end = await ending;
        await RemoveContainerAsync();
        if (end.Left.Count > 0)
        {
            ReportLeft(end.Left);
            return;
        }
        var exit = new ExitState(await process.Exited, end.Forced, unasked);
        board.Set(RunPhase.Stopped, board.State.Exit ?? exit);
        if (end.Forced)
        {
            ReportKilled(end);
            return;
        }
        if (!unasked && !OperatingSystem.IsWindows() && exit.Code is not (0 or EndedBySigterm) && !entry.StopExitCodes.Contains(exit.Code))
        {
            ReportCrash(exit.Code, logStart);
        }
        board.Tell(RunEventKind.ServiceStopped, started);
    }

    /// <summary>Removes its container, if it has one: a client that was killed leaves it running.</summary>
    public async Task RemoveContainerAsync()
    {
        try
        {
            await (container?.RemoveAsync() ?? Task.CompletedTask);
        }
        catch (EngineException e)
        {
            board.Report(
                RunEventKind.StopFailed,
                ErrorCodes.ContainerLeft,
                $"The container '{container!.Name}' of {entry.Title} can't be removed: {e.Message}"
            );
        }
    }

    private void ReportLeft(IReadOnlyList<int> left) =>
        board.Report(
            RunEventKind.StopFailed,
            ErrorCodes.ProcessLeft,
            $"{entry.Title} can't be ended: process {string.Join(", ", left)} survived SIGKILL."
        );

    private void ReportKilled(GroupEnd end) =>
        board.Report(
            RunEventKind.ServiceKilled,
            ErrorCodes.ServiceKilled,
            $"{entry.Title} did not stop within {end.Waited.TotalSeconds:0.#} s of being asked and was killed. {WhatDidNotEnd(end)}"
        );

    private static string WhatDidNotEnd(GroupEnd end) =>
        end.LeaderEnded
            ? $"Its own process had ended, but not what that had started: {string.Join(", ", end.Killed.DefaultIfEmpty("(gone by now)"))}. Let it end its children."
            : "Its own process had not ended. What it had not written yet is lost.";

    private void ReportCrash(int code, long logStart) =>
        board.Report(
            RunEventKind.StopFailed,
            ErrorCodes.CrashedAtStop,
            $"{entry.Title} ended with {ExitText.Of(code)} when it was asked to stop. If it may, say so in its 'stopExitCodes'. {LogTail.Read(board.State.Log, logStart)}"
        );
}
