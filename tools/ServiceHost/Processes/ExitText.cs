namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>An exit code in words.</summary>
internal static class ExitText
{
    private static readonly Dictionary<int, string> s_signals = new()
    {
        [1] = "SIGHUP",
        [2] = "SIGINT",
        [3] = "SIGQUIT",
        [4] = "SIGILL",
        [6] = "SIGABRT",
        [8] = "SIGFPE",
        [9] = "SIGKILL",
        [11] = "SIGSEGV",
        [13] = "SIGPIPE",
        [15] = "SIGTERM",
    };

    /// <summary><c>exit code 3</c>, or <c>exit code 137 (SIGKILL)</c> when a signal ended it.</summary>
    public static string Of(int code) =>
        s_signals.TryGetValue(code - 128, out var signal) ? $"exit code {code} ({signal})" : $"exit code {code}";
}
