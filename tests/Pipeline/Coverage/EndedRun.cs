using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Coverage;

/// <summary>What a state file says of a run of one service, after its end.</summary>
internal static class EndedRun
{
    public static RunState Of(ServiceEntry service, ExitState exit, DateTimeOffset began) =>
        new(
            "a run",
            RunPhase.Stopped,
            began,
            "services.json",
            "control",
            ProcessIdentities.Own,
            Watchdog: null,
            KeptRunning: false,
            Postgres: null,
            [
                new ServiceState(
                    service.Name,
                    service.Title,
                    Url: null,
                    Port: 0,
                    RunPhase.Stopped,
                    Process: null,
                    Log: "",
                    DatabaseUrl: null,
                    Migrations: null,
                    exit
                ),
            ]
        );
}
