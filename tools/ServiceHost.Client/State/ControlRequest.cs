namespace IntegrationSuite.ServiceHost.Client;

/// <summary>What may be asked of the supervisor: one JSON line on its control pipe. It answers with <see cref="RunEvent"/> lines, for <see cref="ControlVerb.Status"/> with one <see cref="RunState"/> line.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Holder">Who asks, in words, for messages to others.</param>
/// <param name="Pid">The asker's process id, for messages to others.</param>
/// <param name="Service">The service, for the verbs about one.</param>
/// <param name="Env">Environment on top of the service's own, for <see cref="ControlVerb.AddInstance"/>.</param>
public sealed record ControlRequest(
    ControlVerb Verb,
    string Holder,
    int Pid,
    string? Service = null,
    IReadOnlyDictionary<string, string>? Env = null
);

/// <summary>The verbs of <see cref="ControlRequest"/>.</summary>
public enum ControlVerb
{
    /// <summary>Keep the services alive as long as this connection is open: a build, a terminal. The first answer is <see cref="RunEventKind.LeaseGranted"/>, <see cref="RunEventKind.LeaseWaiting"/> or <see cref="RunEventKind.LeaseRefused"/>; then all events so far and to come.</summary>
    Hold,

    /// <summary>The same for a test process: excluded while an exclusive one runs.</summary>
    Test,

    /// <summary>The same for a test process that must be alone: waits for the others, and they for it.</summary>
    TestExclusive,

    /// <summary>Sent on a connection that holds a lease: give it back. Answered by <see cref="RunEventKind.LeaseReleased"/>, or, from the last holder, by the events up to <see cref="RunEventKind.Stopped"/>; on one that keeps an instance: stop it, answered by <see cref="RunEventKind.RequestDone"/>. Then the connection is closed.</summary>
    Release,

    /// <summary>Keep the services running until <see cref="Stop"/>, leases or not. Answered by <see cref="RunEventKind.Kept"/>.</summary>
    Keep,

    /// <summary>Stop everything, whoever holds a lease. The events up to <see cref="RunEventKind.Stopped"/> follow.</summary>
    Stop,

    /// <summary>The same at once: nobody is asked, all are killed.</summary>
    Kill,

    /// <summary>Give the state.</summary>
    Status,

    /// <summary>Stop one service (asked, then killed) and leave the others. Answered, like the other verbs about one service, by <see cref="RunEventKind.RequestDone"/> or <see cref="RunEventKind.RequestFailed"/>.</summary>
    StopService,

    /// <summary>Start one service again and wait until it is healthy.</summary>
    StartService,

    /// <summary>Suspend one service's processes (SIGSTOP), so that it answers nothing.</summary>
    PauseService,

    /// <summary>Go on with a suspended service (SIGCONT).</summary>
    ResumeService,

    /// <summary>Start a second instance of a service, on a free port, and keep it as long as this connection is open. Answered by <see cref="RunEventKind.RequestDone"/> with its name and port once it is healthy, else by <see cref="RunEventKind.RequestFailed"/>. By its name it can be stopped, started, paused and resumed like a service of the manifest.</summary>
    AddInstance,
}
