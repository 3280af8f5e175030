using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Control;

namespace Pipeline.Leases;

[TestClass]
public sealed class LeaseBookTests
{
    private readonly LeaseBook _book = new(keep: false);

    [TestMethod]
    public void Tests_run_beside_each_other()
    {
        Enter(ControlVerb.Test);
        Assert.IsTrue(Enter(ControlVerb.Test).Granted.IsCompleted);
    }

    [TestMethod]
    public void A_build_that_holds_the_services_keeps_nobody_waiting()
    {
        Enter(ControlVerb.Hold);
        Assert.IsTrue(Enter(ControlVerb.TestExclusive).Granted.IsCompleted);
        Assert.IsTrue(Enter(ControlVerb.Hold).Granted.IsCompleted);
    }

    [TestMethod]
    public void Two_that_want_to_be_alone_go_one_after_the_other()
    {
        var first = Enter(ControlVerb.TestExclusive);
        var second = Enter(ControlVerb.TestExclusive);
        Assert.IsFalse(second.Granted.IsCompleted);
        _book.Leave(first);
        Assert.IsTrue(second.Granted.IsCompleted);
    }

    [TestMethod]
    public void A_test_does_not_overtake_one_that_waits_to_be_alone()
    {
        Enter(ControlVerb.Test);
        var alone = Enter(ControlVerb.TestExclusive);
        var late = Enter(ControlVerb.Test);
        Assert.IsFalse(late.Granted.IsCompleted);
        Assert.AreEqual($"a {ControlVerb.TestExclusive} (process 1)", _book.Obstacles(late));
        _book.Leave(alone);
        Assert.IsTrue(late.Granted.IsCompleted);
    }

    [TestMethod]
    public void Who_waits_keeps_the_run_alive()
    {
        var first = Enter(ControlVerb.TestExclusive);
        Enter(ControlVerb.Test);
        _book.Leave(first);
        Assert.IsFalse(_book.Closed.IsCompleted);
    }

    [TestMethod]
    public void After_the_last_one_left_nobody_enters()
    {
        _book.Leave(Enter(ControlVerb.Hold));
        Assert.IsTrue(_book.Closed.IsCompleted);
        Assert.IsNull(_book.TryEnter(new ControlRequest(ControlVerb.Hold, "late", 1)));
    }

    [TestMethod]
    public void A_kept_run_outlives_its_leases_until_it_is_stopped()
    {
        Assert.IsTrue(_book.TryKeep());
        _book.Leave(Enter(ControlVerb.Hold));
        _book.CloseIfUnused();
        Assert.IsFalse(_book.Closed.IsCompleted);
        _book.Close("down");
        Assert.IsTrue(_book.Closed.IsCompleted);
    }

    [TestMethod]
    public void A_build_that_is_killed_takes_the_run_along_though_a_test_holds_it()
    {
        var build = Enter(ControlVerb.Hold);
        Enter(ControlVerb.Test);
        _book.Lose(build);
        Assert.IsTrue(_book.Closed.IsCompleted);
    }

    [TestMethod]
    public void A_test_that_is_killed_takes_nobody_along()
    {
        Enter(ControlVerb.Hold);
        _book.Lose(Enter(ControlVerb.Test));
        Assert.IsFalse(_book.Closed.IsCompleted);
    }

    [TestMethod]
    public void A_run_that_nobody_ever_held_ends()
    {
        _book.CloseIfUnused();
        Assert.IsTrue(_book.Closed.IsCompleted);
    }

    private Lease Enter(ControlVerb verb) => _book.TryEnter(new ControlRequest(verb, $"a {verb}", 1))!;
}
