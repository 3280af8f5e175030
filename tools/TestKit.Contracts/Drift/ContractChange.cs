namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>How a contract differs from an earlier one.</summary>
/// <param name="Where">The operation, and the place in it.</param>
/// <param name="What">What changed there.</param>
/// <param name="Breaks">Whether a client that kept to the earlier contract can fail by it.</param>
public sealed record ContractChange(string Where, string What, bool Breaks)
{
    /// <inheritdoc />
    public override string ToString() => $"{(Breaks ? "BREAKS CLIENTS" : "compatible    ")}  {Where}: {What}";
}
