using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Checking;

/// <summary>How a service is known to be healthy, in words.</summary>
internal static class HealthText
{
    /// <summary>To follow "healthy once".</summary>
    public static string Of(HealthCheck health) =>
        health switch
        {
            HttpHealth http => $"GET {http.Path}{(http.IsHttps ? " over https" : "")} answers {string.Join(" or ", http.Statuses)}",
            TcpHealth => "it takes a connection",
            LogHealth log => $"a line of its log matches {log.Pattern}",
            CommandHealth command => $"this ends with 0: {string.Join(' ', command.Command)}",
            AliveHealth alive => $"it has lived for {alive.Seconds} s",
            _ => throw new ArgumentOutOfRangeException(nameof(health)),
        };
}
