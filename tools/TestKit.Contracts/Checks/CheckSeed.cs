using System.Globalization;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>The seed of all that is generated: always the same, so that a run can be repeated, unless <see cref="Variable"/> says otherwise.</summary>
internal static class CheckSeed
{
    /// <summary>A number from 0 to 2⁶⁴ − 1.</summary>
    public const string Variable = "CONTRACT_SEED";

    private const ulong Default = 20261125;

    public static ulong Value { get; } = Read(Environment.GetEnvironmentVariable(Variable));

    private static ulong Read(string? text) =>
        string.IsNullOrEmpty(text) ? Default
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new FormatException($"{Variable} must be a whole number from 0 to {ulong.MaxValue}, and is '{text}'.");
}
