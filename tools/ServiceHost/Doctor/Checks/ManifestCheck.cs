namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>The manifest has no mistakes.</summary>
internal sealed class ManifestCheck : IDoctorCheck
{
    public string AllWell => "The manifest is in order";

    public IEnumerable<Finding> Look(DoctorContext context) => context.ManifestErrors.Select(error => new Finding(error));
}
