namespace IntegrationSuite.ServiceHost.Client;

/// <summary>How <c>servicehost</c> ends. <c>servicehost run</c> ends with its command's code instead, once the command ran.</summary>
public enum ExitCode
{
    /// <summary>All went well.</summary>
    Success = 0,

    /// <summary>The start failed, or the services died.</summary>
    Failed = 1,

    /// <summary>The command line or the manifest is wrong.</summary>
    BadInput = 2,

    /// <summary>A supervisor runs already: attach to it.</summary>
    AlreadyRunning = 3,

    /// <summary>Nothing runs.</summary>
    NotRunning = 4,

    /// <summary>The services were stopped, but not all by themselves, or something was left.</summary>
    StopFailed = 5,

    /// <summary>A defect of this program.</summary>
    InternalError = 70,

    /// <summary>The command of <c>servicehost run</c> can't be started (as a shell says it).</summary>
    CommandNotFound = 127,

    /// <summary>It was interrupted before it was ready (128 + SIGINT).</summary>
    Interrupted = 130,
}
