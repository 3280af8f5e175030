using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>Something that is not as a run needs it.</summary>
/// <param name="Error">Its code, what is so, and what to do; a warning where a run can do with it.</param>
/// <param name="Mend">Ends or removes what is provably the suite's own; null where only a person may act.</param>
internal sealed record Finding(SuiteError Error, Action? Mend = null);
