using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Watch;

/// <summary>A process group that the watchdog would end.</summary>
/// <param name="Identity">Its leader.</param>
/// <param name="AbortSignal">What it is sent first.</param>
internal sealed record WatchedGroup(ProcessIdentity Identity, ProcessSignal AbortSignal)
{
    /// <summary>The leader still runs, and is that very process.</summary>
    public bool IsAlive => Identity.IsAlive();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static WatchedGroup Parse(string line)
    {
        var fields = line.Split(' ');
        return new WatchedGroup(new ProcessIdentity(int.Parse(fields[0]), long.Parse(fields[1])), (ProcessSignal)int.Parse(fields[2]));
    }

    /// <summary>Sends the first signal.</summary>
    public void Abort() => Send(AbortSignal);

    /// <summary>Kills it.</summary>
    public void Kill() => Send(ProcessSignal.Kill);

    /// <summary>One line for the watchdog's stdin.</summary>
    public override string ToString() => $"{Identity.Pid} {Identity.StartTicks} {(int)AbortSignal}";

    private void Send(ProcessSignal signal)
    {
        if (IsAlive)
        {
            _ = Posix.Kill(-Identity.Pid, Posix.Number(signal));
        }
    }
}
