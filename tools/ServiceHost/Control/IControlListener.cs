namespace IntegrationSuite.ServiceHost.Control;

/// <summary>Where connections to the supervisor come in.</summary>
internal interface IControlListener : IDisposable
{
    /// <summary>Waits for the next connection.</summary>
    /// <returns>Null when there was one that is to be dropped: another user's, or one that broke at once.</returns>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    Task<Stream?> AcceptAsync(CancellationToken cancel);
}
