namespace IntegrationSuite.Tasks.Selection;

/// <summary>A run that is to be kept for later ones.</summary>
/// <param name="Now">What it is made from; what it comes to is not known yet.</param>
/// <param name="Store">Where it is kept.</param>
/// <param name="Before">The run that it rests on; null when all tests run.</param>
/// <param name="Plan">What of that stands; null when all tests run.</param>
internal sealed record SelectedRun(Baseline Now, BaselineStore Store, Baseline? Before, SelectionPlan? Plan);
