namespace Pipeline.Systems;

/// <summary>How a Node service of a test behaves; <c>service.mjs</c> does it.</summary>
internal static class Mode
{
    /// <summary>Healthy at once, ends when asked.</summary>
    public const string Normal = "normal";

    /// <summary>Ends with code 3 before it listens, after the line "the vault is gone (at MILLISECONDS)".</summary>
    public const string CrashAtStart = "crash-at-start";

    /// <summary>Ends with code 3 the first time, and leaves <c>MARK_FILE</c>; normal once that is there.</summary>
    public const string CrashOnce = "crash-once";

    /// <summary>Ends with code 3 once its health is asked for, and leaves a child in its group that keeps the question waiting.</summary>
    public const string CrashLeavingMute = "crash-leaving-mute";

    /// <summary>Runs and never listens.</summary>
    public const string Hang = "hang";

    /// <summary>Answers its health with 500.</summary>
    public const string Health500 = "health-500";

    /// <summary>Answers its health after a minute.</summary>
    public const string HealthSlow = "health-slow";

    /// <summary>Answers its health with a redirect to a page that answers 200.</summary>
    public const string HealthRedirect = "health-redirect";

    /// <summary>Normal, but SIGTERM does not end it.</summary>
    public const string IgnoreSigterm = "ignore-sigterm";

    /// <summary>Normal, with a child in its process group that SIGTERM does not end.</summary>
    public const string Grandchild = "grandchild";

    /// <summary>The same with a child in a session of its own, that keeps the service's stdout open.</summary>
    public const string EscapedGrandchild = "escaped-grandchild";

    /// <summary>Normal, and listens on its port <c>grpc</c> too; without one on its system's <see cref="SmallSystem.SparePort"/>.</summary>
    public const string SecondPort = "second-port";

    /// <summary>Normal, but SIGTERM makes it end with code 9.</summary>
    public const string CrashAtStop = "crash-at-stop";

    /// <summary>Whether something of it outlives SIGTERM.</summary>
    public static bool IsStubborn(string mode) => mode is IgnoreSigterm or Grandchild or EscapedGrandchild;
}
