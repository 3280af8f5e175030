namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Marks the command of a <c>servicehost run</c> in its environment, so that it can be ended, with all that it started, when the one who waits for it was killed. It stays in the terminal's process group, where Ctrl+C reaches it; so no group of its own tells it apart.</summary>
internal static class CommandMark
{
    /// <summary>The variable.</summary>
    public const string Variable = "SERVICEHOST_COMMAND";

    /// <summary>Its value.</summary>
    /// <param name="runId">The run whose services the command uses.</param>
    /// <param name="pid">The process id of the <c>servicehost run</c>.</param>
    public static string Of(string runId, int pid) => $"{OfRun(runId)}{pid}.";

    /// <summary>What the marks of all commands of a run begin with.</summary>
    public static string OfRun(string runId) => runId + ".";
}
