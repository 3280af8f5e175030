using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Says each service once it is healthy, in the manifest's order, however they come up.</summary>
internal sealed class StartProgress(LaunchOptions options, Action<string> say)
{
    private readonly HashSet<string> _healthy = [];
    private int _said;

    public void Show(RunEvent e)
    {
        if (e.Kind == RunEventKind.ServiceHealthy && e.Service is { } service)
        {
            _healthy.Add(service);
            SayInOrder();
        }
        else if (e.Kind == RunEventKind.Ready)
        {
            SayInOrder();
            say("✓ All services healthy");
        }
    }

    private void SayInOrder()
    {
        var services = RunState.TryRead(options.StateFile)?.Services ?? [];
        for (; _said < services.Count && _healthy.Contains(services[_said].Name); _said++)
        {
            say($"✓ Starting {services[_said].Title}... OK (port {services[_said].Port})");
        }
    }
}
