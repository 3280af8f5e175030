using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>A holder's place in the book.</summary>
/// <param name="kind">Hold, Test or TestExclusive.</param>
/// <param name="holder">Who, in words.</param>
/// <param name="pid">Its process id.</param>
internal sealed class Lease(ControlVerb kind, string holder, int pid)
{
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ControlVerb Kind => kind;

    public string Holder => holder;

    public int Pid => pid;

    /// <summary>Ends when nobody excludes it any more.</summary>
    public Task Granted => _granted.Task;

    /// <summary>Lets it go on.</summary>
    public void Grant() => _granted.TrySetResult();
}
