namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>What to start.</summary>
/// <param name="FileName">An absolute path, or a name that is looked for in the <c>PATH</c> of <paramref name="Environment"/>.</param>
/// <param name="Arguments">Its arguments, without the program itself.</param>
/// <param name="WorkingDirectory">The absolute folder it starts in.</param>
/// <param name="Environment">All of its environment; the launcher adds the run's id.</param>
/// <param name="LogFile">The absolute file that its stdout and stderr are appended to.</param>
public sealed record ProcessSpec(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    string LogFile
)
{
    /// <summary>What the watchdog sends its group when the supervisor was killed. A group that outlives this by a second is killed.</summary>
    public ProcessSignal AbortSignal { get; init; } = ProcessSignal.Kill;
}

/// <summary>The signals that this tool sends. On Windows all but <see cref="Kill"/> are approximations.</summary>
public enum ProcessSignal
{
    /// <summary>SIGHUP.</summary>
    HangUp = 1,

    /// <summary>SIGINT.</summary>
    Interrupt = 2,

    /// <summary>SIGQUIT.</summary>
    Quit = 3,

    /// <summary>SIGKILL.</summary>
    Kill = 9,

    /// <summary>SIGTERM.</summary>
    Terminate = 15,

    /// <summary>SIGCONT.</summary>
    Continue = 18,

    /// <summary>SIGSTOP.</summary>
    Stop = 19,
}
