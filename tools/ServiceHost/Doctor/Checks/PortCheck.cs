using ServiceHost.Ports;

namespace ServiceHost.Doctor.Checks;

/// <summary>The manifest's ports are free, unless its own run has them.</summary>
internal sealed class PortCheck : IDoctorCheck
{
    public string AllWell => "The ports are free, or the run's own";

    public IEnumerable<Finding> Look(DoctorContext context) =>
        context.Live is not null || context.Manifest is not { } manifest ? [] : PortPlan.Obstacles(manifest.Services).Select(error => new Finding(error));
}
