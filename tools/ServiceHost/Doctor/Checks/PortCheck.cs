using ServiceHost.Client;
using ServiceHost.Ports;

namespace ServiceHost.Doctor.Checks;

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
        var obstacles = context.Live is null ? PortPlan.Obstacles(manifest.Services) : [];
        return obstacles.Append(OutgoingPorts.WarningOf(manifest.Services)).OfType<SuiteError>().Select(error => new Finding(error));
    }
}
