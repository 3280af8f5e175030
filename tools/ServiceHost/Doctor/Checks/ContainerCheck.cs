using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Containers;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>There is a container engine, if a service has an image.</summary>
internal sealed class ContainerCheck : IDoctorCheck
{
    public string AllWell => "A container engine answers, or is not wanted";

    public IEnumerable<Finding> Look(DoctorContext context) =>
        context.Manifest?.Services.Where(service => service.Image is not null).ToList() is { Count: > 0 } wanting
            ? WhyNone(wanting).Select(error => new Finding(error))
            : [];

    private static IReadOnlyList<SuiteError> WhyNone(IReadOnlyList<ServiceEntry> wanting)
    {
        try
        {
            EngineSearch.RequireAsync(wanting).GetAwaiter().GetResult();
            return [];
        }
        catch (SuiteException e)
        {
            return e.Errors;
        }
    }
}
