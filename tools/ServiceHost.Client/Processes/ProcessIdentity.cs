namespace IntegrationSuite.ServiceHost.Client;

/// <summary>A process, beyond the reuse of its id.</summary>
/// <param name="Pid">The process id.</param>
/// <param name="StartTicks">Its start time: on Linux field 22 of <c>/proc/PID/stat</c>, elsewhere UTC ticks.</param>
public sealed record ProcessIdentity(int Pid, long StartTicks);
