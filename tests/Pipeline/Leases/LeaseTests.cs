using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Leases;

[TestClass]
public sealed class LeaseTests : SystemTest
{
    [TestMethod]
    public async Task Who_waits_for_the_start_hears_of_a_handler_that_threw_at_an_event()
    {
        var client = await SystemOf(new TestService("clock"))
            .LeaseAsync(onEvent: _ => throw new InvalidOperationException("the handler broke"));
        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() =>
            client.WaitReadyAsync(CancellationToken.None).WaitAsync(Until.Patience)
        );
        Assert.AreEqual("the handler broke", failure.Message);
    }

    [TestMethod]
    public async Task Services_live_until_the_last_lease_is_given_back()
    {
        var system = SystemOf(new TestService("clock"));
        var first = await system.HoldAsync();
        var second = await system.HoldAsync();
        Assert.IsFalse(first.Attached);
        Assert.IsTrue(second.Attached);

        await first.ReleaseAsync(CancellationToken.None);
        Assert.IsTrue(system.ServiceOf("clock").Process!.IsAlive());
        var events = await second.ReleaseAsync(CancellationToken.None);
        Assert.AreEqual(RunEventKind.Stopped, events[^1].Kind);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Who_is_told_of_a_state_file_joins_that_run_whatever_his_own_folder()
    {
        var system = SystemOf(new TestService("clock"));
        var first = await system.HoldAsync();
        var elsewhere = system.Options with { ArtifactsDirectory = Path.Combine(system.Options.ArtifactsDirectory, "elsewhere") };

        using var second = await SupervisorClient.AttachOrStartAsync(
            elsewhere.Joining(system.Options.StateFile),
            ControlVerb.Test,
            "a test",
            _ => { },
            CancellationToken.None
        );

        Assert.AreEqual((true, first.InitialState.RunId), (second.Attached, second.InitialState.RunId));
    }

    [TestMethod]
    public async Task A_lease_ends_with_its_connection()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        holder.Dispose();
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_test_that_wants_to_be_alone_waits_for_the_others_and_they_for_it()
    {
        var system = SystemOf(new TestService("clock"));
        var before = await system.LeaseAsync(ControlVerb.Test);
        await before.WaitReadyAsync(CancellationToken.None);
        var waiting = new TaskCompletionSource<RunEvent>();
        var alone = await system.LeaseAsync(
            ControlVerb.TestExclusive,
            onEvent: each =>
            {
                if (each.Kind == RunEventKind.LeaseWaiting)
                {
                    waiting.TrySetResult(each);
                }
            }
        );
        StringAssert.Contains((await waiting.Task.WaitAsync(Until.Patience)).Message!, $"a test (process {Environment.ProcessId})");
        var after = await system.LeaseAsync(ControlVerb.Test);

        await before.ReleaseAsync(CancellationToken.None);
        await alone.WaitReadyAsync(CancellationToken.None);
        var afterReady = after.WaitReadyAsync(CancellationToken.None);
        Assert.IsFalse(afterReady.IsCompleted);
        await alone.ReleaseAsync(CancellationToken.None);
        await afterReady.WaitAsync(Until.Patience);
    }

    [TestMethod]
    public async Task One_service_can_be_stopped_and_started_again_while_the_others_run()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        var holder = await system.HoldAsync();
        await holder.ChangeServiceAsync(ControlVerb.StopService, "clock", CancellationToken.None);
        Assert.IsTrue(TestPort.IsFree(system.PortOf("clock")));
        Assert.IsTrue(system.ServiceOf("front").Process!.IsAlive());
        await holder.ChangeServiceAsync(ControlVerb.StartService, "clock", CancellationToken.None);
        Assert.AreEqual(RunPhase.Ready, system.ServiceOf("clock").Phase);
        Assert.IsFalse(holder.Fault.IsCompleted, "a stop that was asked for is no death");
    }

    [TestMethod]
    public async Task A_request_about_a_service_that_is_unknown_names_those_that_are_known()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        var refusal = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            holder.ChangeServiceAsync(ControlVerb.StopService, "watch", CancellationToken.None)
        );
        Assert.AreEqual(ErrorCodes.UnknownService, refusal.Errors[0].Code);
        StringAssert.Contains(refusal.Errors[0].Message, "clock");
    }
}
