namespace IntegrationSuite.ServiceHost.Client;

/// <summary>How the addresses of services are handed on in an environment.</summary>
public static class ServiceUrls
{
    /// <summary>The variable that holds all of them: <c>orders=http://127.0.0.1:5001;mail=…</c>.</summary>
    public const string AllVariable = "SERVICE_URLS";

    /// <summary>The variable that tells a service its port; of several the first.</summary>
    public const string PortVariable = "PORT";

    /// <summary>The variable that holds the address of one: <c>FACT_CHECK_SERVICE_URL</c> for <c>fact-check</c>.</summary>
    public static string VariableOf(string service) => UpperCase(service) + "_SERVICE_URL";

    /// <summary>The variable that tells a service its port of this name: <c>PORT_GRPC</c> for <c>grpc</c>.</summary>
    public static string PortVariableOf(string port) => $"{PortVariable}_{UpperCase(port)}";

    /// <summary>The value of <see cref="AllVariable"/>; what has no address is left out.</summary>
    public static string Join(IEnumerable<ServiceState> services) =>
        string.Join(';', services.Where(service => service.Url is not null).Select(service => $"{service.Name}={service.Url}"));

    /// <summary>The variables of all that have an address, each by itself.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(IEnumerable<ServiceState> services) =>
        services.Where(service => service.Url is not null).Select(service => KeyValuePair.Create(VariableOf(service.Name), service.Url!));

    private static string UpperCase(string name) => name.Replace('-', '_').ToUpperInvariant();
}
