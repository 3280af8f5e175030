using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A broken promise.</summary>
/// <param name="What">What was found, and what was expected.</param>
/// <param name="Answer">The answer that shows it.</param>
internal sealed record BrokenPromise(string What, Answer Answer);
