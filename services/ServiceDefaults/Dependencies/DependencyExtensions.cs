using ServiceDefaults.Settings;

namespace ServiceDefaults.Dependencies;

/// <summary>How a service names the services it calls.</summary>
public static class DependencyExtensions
{
    /// <summary>Makes <c>[FromKeyedServices(name)] Dependency</c> available; its address is <c>&lt;NAME&gt;_SERVICE_URL</c>.</summary>
    /// <exception cref="SettingException">The address is missing or malformed.</exception>
    public static IServiceCollection AddDependency(this IServiceCollection services, string name)
    {
        var url = ServiceSettings.ServiceUrl(name);
        return services.AddKeyedSingleton(name, (_, _) => new Dependency(name, Client(url)));
    }

    private static HttpClient Client(Uri url) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            BaseAddress = url,
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
}
