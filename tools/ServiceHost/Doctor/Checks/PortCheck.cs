using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>The manifest's ports are free, unless its own run has them.</summary>
internal sealed class PortCheck : IDoctorCheck
{
    public string AllWell => "The ports are free, or the run's own";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        if (context.Manifest is not { } manifest)
        {
            return [];
        }
        var ports = RunPorts.Of(manifest, context.Options);
        var obstacles = context.Live is null ? PortPlan.Obstacles(ports) : [];
        return obstacles.Append(OutgoingPorts.WarningOf(ports)).OfType<SuiteError>().Select(error => new Finding(error));
    }
}
