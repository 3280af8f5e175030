namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>One thing that <c>servicehost doctor</c> looks at.</summary>
internal interface IDoctorCheck
{
    /// <summary>The line that says that all is well there.</summary>
    string AllWell { get; }

    /// <summary>Looks; ends, removes and starts nothing.</summary>
    IEnumerable<Finding> Look(DoctorContext context);
}
