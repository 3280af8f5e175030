using System.Text.RegularExpressions;

namespace IntegrationSuite.Report.Sections;

/// <summary>The name of a test that proves a rule of a migration, as <c>MigrationProofTests.NameOf</c> of TestKit.Databases writes it.</summary>
internal sealed partial record ProofName(string Service, string File, string Rule)
{
    /// <summary>Reads one.</summary>
    /// <returns>Null when it is another's.</returns>
    public static ProofName? Match(string test) =>
        Pattern().Match(test) is { Success: true } found
            ? new ProofName(found.Groups["service"].Value, found.Groups["file"].Value, found.Groups["rule"].Value)
            : null;

    [GeneratedRegex(@"^(?<service>[a-z0-9-]+), (?<file>[^:/]+\.sql): (?<rule>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
