namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>A running service and its contract.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Document">Its OpenAPI document.</param>
/// <param name="Client">Talks to it; its base address is the service's.</param>
public sealed record ApiService(string Name, ApiDocument Document, HttpClient Client);
