namespace Clients.Signature;

/// <summary>What a signature block says: as Signature found it, and as it formats it.</summary>
public sealed record SignatureFields(
    string AttorneyName,
    string BarNumber,
    string? Firm = null,
    string? Address = null,
    string? Phone = null,
    string? Email = null
)
{
    /// <summary>Every string in it.</summary>
    public IEnumerable<string> Strings() => [AttorneyName, BarNumber, Firm ?? "", Address ?? "", Phone ?? "", Email ?? ""];
}
