namespace IntegrationSuite.ServiceHost.Client;

/// <summary>A transition of a run: a line of <c>run/events.jsonl</c>, and what the supervisor sends to those who hold a lease.</summary>
/// <param name="Time">When (UTC).</param>
/// <param name="Kind">What happened.</param>
/// <param name="Service">To which service, when to one.</param>
/// <param name="Message">In words.</param>
/// <param name="Error">The error, when it is one.</param>
/// <param name="Port">The service's port, when it became healthy.</param>
/// <param name="Milliseconds">How long it took, where that says something.</param>
public sealed record RunEvent(
    DateTimeOffset Time,
    RunEventKind Kind,
    string? Service = null,
    string? Message = null,
    SuiteError? Error = null,
    int? Port = null,
    double? Milliseconds = null
);

/// <summary>The kinds of <see cref="RunEvent"/>.</summary>
public enum RunEventKind
{
    /// <summary>The supervisor runs and has read its manifest.</summary>
    SupervisorStarted,

    /// <summary>Something is not as it should be, and the run goes on. Carries the warning.</summary>
    Warning,

    /// <summary>The start waits for something to pass, which the message tells.</summary>
    Waiting,

    /// <summary>The database server answers.</summary>
    PostgresReady,

    /// <summary>A service's database is migrated.</summary>
    Migrated,

    /// <summary>A service was launched.</summary>
    ServiceStarted,

    /// <summary>A service is healthy.</summary>
    ServiceHealthy,

    /// <summary>A job has ended with 0.</summary>
    JobCompleted,

    /// <summary>All services are healthy.</summary>
    Ready,

    /// <summary>The start failed; the run stops by itself. Carries the error; several may follow one another.</summary>
    StartFailed,

    /// <summary>A service died, or stopped listening, though nobody asked it to. Carries the error.</summary>
    ServiceDied,

    /// <summary>A lease was granted to the receiver.</summary>
    LeaseGranted,

    /// <summary>The receiver waits: others hold leases that exclude it.</summary>
    LeaseWaiting,

    /// <summary>The receiver's lease is given back; others hold on.</summary>
    LeaseReleased,

    /// <summary>The run stops though the receiver had not given its lease back. Carries the error, which counts if the services were ready before.</summary>
    LeaseCutShort,

    /// <summary>The receiver gets no lease: the run stops. Once its supervisor has ended, start anew.</summary>
    LeaseRefused,

    /// <summary>The run goes on until it is told to stop, leases or not.</summary>
    Kept,

    /// <summary>The receiver's request about one service is done.</summary>
    RequestDone,

    /// <summary>The receiver's request failed. Carries the error.</summary>
    RequestFailed,

    /// <summary>The run stops.</summary>
    Stopping,

    /// <summary>A service was asked to stop and ended.</summary>
    ServiceStopped,

    /// <summary>A service did not end in time and was killed. Carries the error.</summary>
    ServiceKilled,

    /// <summary>Something was left that could not be ended or freed. Carries the error.</summary>
    StopFailed,

    /// <summary>Made up by the client when the connection broke: the supervisor was killed. Carries the error.</summary>
    SupervisorLost,

    /// <summary>Everything has ended and every port is free: the last event.</summary>
    Stopped,
}
