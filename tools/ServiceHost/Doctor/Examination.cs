using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Doctor.Checks;

namespace IntegrationSuite.ServiceHost.Doctor;

/// <summary>Goes through all checks, one after the other: each sees what the one before has mended.</summary>
/// <param name="good">Where it says what is well.</param>
/// <param name="bad">Where it says what is not.</param>
/// <param name="fix">Whether it mends what it may.</param>
internal sealed class Examination(TextWriter good, TextWriter bad, bool fix)
{
    private static readonly IDoctorCheck[] s_checks =
    [
        new ManifestCheck(),
        new FolderCheck(),
        new DiskCheck(),
        new SupervisorCheck(),
        new LeftoverCheck(),
        new StateFileCheck(),
        new PortCheck(),
        new PostgresCheck(),
        new ContainerCheck(),
        new SdkCheck(),
    ];

    /// <summary>Runs it.</summary>
    /// <returns>Whether all is well, or is so now.</returns>
    public bool Run(DoctorContext context)
    {
        var well = true;
        foreach (var check in s_checks)
        {
            var findings = check.Look(context).ToList();
            if (findings.Count == 0)
            {
                good.WriteLine($"✓ {check.AllWell}");
            }
            foreach (var finding in findings)
            {
                bad.WriteLine(finding.Error);
                well &= finding.Error.IsWarning || (fix && IsMended(finding));
            }
        }
        return well;
    }

    private bool IsMended(Finding finding)
    {
        if (finding.Mend is null)
        {
            return false;
        }
        try
        {
            finding.Mend();
            good.WriteLine($"✓ Mended: {finding.Error.Code}");
            return true;
        }
        catch (SuiteException e)
        {
            e.Errors.ToList().ForEach(bad.WriteLine);
            return false;
        }
    }
}
