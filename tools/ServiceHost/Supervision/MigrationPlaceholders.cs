using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>The values of the placeholders of a service's migrations.</summary>
internal static class MigrationPlaceholders
{
    /// <summary>Those that are known; one that refers to a variable that is not set is left out.</summary>
    public static Dictionary<string, string> Of(ServiceEntry service) =>
        service
            .Placeholders.Where(pair => !ReferenceValues.MissingVariables(pair.Value).Any())
            .ToDictionary(
                pair => pair.Key,
                pair =>
                    ReferenceText.Replace(
                        pair.Value,
                        name => name == References.Name ? service.Name : ReferenceValues.Variable(name, Environment.GetEnvironmentVariable)!
                    )
            );
}
