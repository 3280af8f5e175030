using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>State, events and logs can be written.</summary>
internal sealed class FolderCheck : IDoctorCheck
{
    public string AllWell => "The artifacts folder can be written";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        if (PrivateFolder.WhyNotSafe(context.Options.RunDirectory, Path.GetDirectoryName(context.Options.Manifest)) is { } unsafety)
        {
            yield return new Finding(unsafety);
        }
        else if (WhyNot(context.Options.RunDirectory) is { } reason)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.RunDirectoryUnusable,
                    $"The folder '{context.Options.RunDirectory}' can't be written: {reason} Mend that, or choose another folder with --artifacts."
                )
            );
        }
    }

    // Only trying tells: permissions, a read-only mount, a quota, a file where a folder should be.
    private static string? WhyNot(string folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(NearestExisting(folder), $".servicehost-{Guid.NewGuid():N}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static string NearestExisting(string folder)
    {
        var at = folder;
        while (!Path.Exists(at))
        {
            at = Path.GetDirectoryName(at)!;
        }
        return at;
    }
}
