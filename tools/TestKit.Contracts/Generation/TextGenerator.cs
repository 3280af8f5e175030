using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Strings by their format, length and pattern.</summary>
internal static class TextGenerator
{
    private const int UsualLength = 40;
    private const int LongestAtBound = 500;

    // What people write, and what programs stumble over: quotes, markup, a line end, a right-to-left letter, a combining mark, one beyond the BMP.
    private static readonly string[] Free =
    [
        .. "abcdefgXYZ 0123456789.,;:'\"<>&%$#/\\-_()§éß–Жא\n\t".EnumerateRunes().Select(rune => rune.ToString()),
        "e\u0301",
        "漢",
        "😀",
    ];
    private static readonly string[] Letters = [.. "abcdefghijklmnopqrstuvwxyz".Select(letter => $"{letter}")];
    private static readonly string[] Capitals = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(letter => $"{letter}")];
    private static readonly ConcurrentDictionary<(string Pattern, int Least, int Usual), string[]?> Alphabets = new();
    private static readonly string[] HexDigits = [.. "0123456789abcdef".Select(digit => $"{digit}")];

    /// <summary>A name such as programs give.</summary>
    public static Gen<string> Name { get; } = OfLength(Letters, 3, 12);

    public static Gen<JsonNode?> Of(JsonElement schema) => Text(schema).Select(text => (JsonNode?)JsonValue.Create(text));

    private static Gen<string> Text(JsonElement schema) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" => Bytes(16, 16).Select(bytes => new Guid(bytes).ToString()),
            "date" => Days().Select(day => day.ToString("yyyy-MM-dd")),
            "date-time" => Days().Select(day => $"{day:yyyy-MM-dd}T08:30:00Z"),
            "binary" or "byte" => Bytes(0, 200).Select(Convert.ToBase64String),
            "uri" or "uri-reference" => Name.Select(name => $"https://example.com/{name}"),
            "email" => Name.Select(name => $"{name}@example.com"),
            _ => Unformatted(schema),
        };

    private static Gen<string> Unformatted(JsonElement schema)
    {
        var least = Bound(schema, "minLength") ?? 0;
        var most = Bound(schema, "maxLength") ?? int.MaxValue;
        var usual = Math.Min(most, Math.Max(least, UsualLength));
        var pattern = schema.TryGetProperty("pattern", out var text) ? text.GetString()! : null;
        if (pattern is not null && Alphabets.GetOrAdd((pattern, least, usual), AlphabetOf) is null)
        {
            return PatternGenerator.Of(pattern, least, most);
        }

        var alphabet = pattern is null ? Free : Alphabets[(pattern, least, usual)]!;
        var any = OfLength(alphabet, least, usual);
        var atBound = most <= LongestAtBound ? OfLength(alphabet, most, most) : any;
        var all = Gen.Frequency((6, any), (1, OfLength(alphabet, least, least)), (1, atBound));
        return pattern is null ? all : all.Where(Patterns.Of(pattern).IsMatch);
    }

    /// <summary>Letters of which a text of that length often matches; null when it must be made from the pattern itself.</summary>
    private static string[]? AlphabetOf((string Pattern, int Least, int Usual) text) =>
        new[] { Free, Letters, Capitals, HexDigits }.FirstOrDefault(letters => IsLikely(letters, text.Pattern, text.Least, text.Usual));

    /// <summary>Whether texts of these letters match often enough to be found by trying.</summary>
    private static bool IsLikely(string[] letters, string pattern, int least, int usual) =>
        OfLength(letters, least, usual).Sample(20, new Rnd(1), 50).Count(Patterns.Of(pattern).IsMatch) > 5;

    private static Gen<string> OfLength(string[] letters, int least, int most) =>
        from length in Gen.Choose(least, most)
        from text in Gen.Elements(letters).ArrayOf(length)
        select Cut(string.Concat(text), most);

    // Some letters above are two characters.
    private static string Cut(string text, int most) => string.Concat(text.EnumerateRunes().Take(most).Select(rune => rune.ToString()));

    private static Gen<byte[]> Bytes(int least, int most) =>
        from length in Gen.Choose(least, most)
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length)
        select bytes;

    private static Gen<DateOnly> Days() => Gen.Choose(0, 40000).Select(new DateOnly(1960, 1, 1).AddDays);

    private static int? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? bound.GetInt32() : null;
}
