using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>There is room for copies, logs and data.</summary>
/// <param name="needed">Bytes that must be free.</param>
internal sealed class DiskCheck(long needed = 250 * DiskCheck.MebiByte) : IDoctorCheck
{
    private const long MebiByte = 1 << 20;

    public string AllWell => "There is room on the disk";

    public IEnumerable<Finding> Look(DoctorContext context) =>
        from place in new[] { context.Options.ArtifactsDirectory, PrivatePaths.Runtime }
        let free = FreeAt(place)
        where free < needed
        select new Finding(
            new SuiteError(
                ErrorCodes.DiskNearlyFull,
                $"The disk of '{place}' is {(free == 0 ? "full" : "nearly full")}: {free / MebiByte} MB are free, a run wants {needed / MebiByte} MB. Free some space, or choose another folder with --artifacts."
            )
        );

    private static long FreeAt(string place)
    {
        var at = place;
        while (!Directory.Exists(at))
        {
            at = Path.GetDirectoryName(at)!;
        }
        return new DriveInfo(at).AvailableFreeSpace;
    }
}
