using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>What the checks look at.</summary>
/// <param name="Options">Where a run would be.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Manifest">What it would start; null when the manifest has mistakes.</param>
/// <param name="ManifestErrors">These mistakes.</param>
/// <param name="Live">The run that uses the folder now.</param>
internal sealed record DoctorContext(
    LaunchOptions Options,
    RunFolder Folder,
    ServiceManifest? Manifest,
    IReadOnlyList<SuiteError> ManifestErrors,
    LiveRun? Live
)
{
    /// <summary>As it is now.</summary>
    public static DoctorContext Of(LaunchOptions options)
    {
        var folder = new RunFolder(options);
        var live = LiveRun.Find(folder, options);
        try
        {
            return new DoctorContext(options, folder, ServiceManifest.Read(options.Manifest), [], live);
        }
        catch (SuiteException e)
        {
            return new DoctorContext(options, folder, Manifest: null, e.Errors, live);
        }
    }
}
