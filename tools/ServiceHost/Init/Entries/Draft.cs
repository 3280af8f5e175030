namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>What was found out about a system.</summary>
/// <param name="Entries">Its services.</param>
/// <param name="Open">What could not be decided, a line each.</param>
internal sealed record Draft(IReadOnlyList<DraftEntry> Entries, IReadOnlyList<string> Open);
