using BlockKit;

namespace Signature.Formatting;

/// <summary>What the line of a signature template may place.</summary>
internal static class SignaturePlaceholders
{
    /// <summary>Signature blocks, as the shared template operations know them.</summary>
    public static BlockKind Kind { get; } =
        new("signature", "Signature", "FormatSignature", ["attorney_name", "bar_number", "firm", "address", "phone", "email"]);

    /// <summary>The values of a block: each line of the address repeats the layout line of <c>address</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values(SignatureFields fields) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["attorney_name"] = Lines(fields.AttorneyName),
            ["bar_number"] = Lines(fields.BarNumber),
            ["firm"] = Lines(fields.Firm),
            ["address"] = Lines(fields.Address),
            ["phone"] = Lines(fields.Phone),
            ["email"] = Lines(fields.Email),
        };

    private static IReadOnlyList<string> Lines(string? value) =>
        (value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
