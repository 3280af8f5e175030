namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Where something differs from its contract.</summary>
/// <param name="Path">The JSON path, or the part of the message.</param>
/// <param name="Expected">What the contract says.</param>
/// <param name="Found">What was there.</param>
internal sealed record Breach(string Path, string Expected, string Found)
{
    public override string ToString() => $"{Path}: expected {Expected}, found {(Found.Length > 200 ? Found[..200] + "…" : Found)}";
}
