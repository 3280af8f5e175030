namespace IntegrationSuite.TestKit.Contracts.Between;

/// <summary>A call that a service made to another.</summary>
/// <param name="Callee">The service that was called.</param>
/// <param name="Request">Method and path.</param>
/// <param name="Status">What it answered; 0 when the exchange broke the callee's contract.</param>
/// <param name="Breach">What broke; null when all was well.</param>
public sealed record RecordedCall(string Callee, string Request, int Status, string? Breach = null)
{
    /// <inheritdoc />
    public override string ToString() => $"{Callee} {Request} {Status}{(Breach is null ? "" : $": {Breach}")}";
}
