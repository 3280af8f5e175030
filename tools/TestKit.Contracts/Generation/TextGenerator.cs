using System.Globalization;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Texts by their format, length and pattern.</summary>
internal sealed class TextGenerator(Random random, Alphabet letters)
{
    private const int UsualLength = 40;
    private const int LongestAtBound = 500;
    private const int Tries = 40;

    /// <summary>A name such as programs give.</summary>
    public string Name() => Alphabet.Small.Text(random.Next(3, 13), random);

    /// <exception cref="NotSupportedException">None was found.</exception>
    public string Make(JsonElement schema)
    {
        var pattern = schema.TryGetProperty("pattern", out var text) ? text.GetString()! : null;
        var (least, most) = (Bound(schema, "minLength") ?? 0, Bound(schema, "maxLength") ?? int.MaxValue);
        if (Formatted(schema) is not { } formatted)
        {
            return pattern is null ? Free(letters, least, most) : Matching(pattern, least, most);
        }

        return pattern is null || Patterns.Of(pattern).IsMatch(formatted) ? formatted : Matching(pattern, least, most);
    }

    private string? Formatted(JsonElement schema) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" => new Guid(Bytes(16)).ToString(),
            "date" => Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => $"{Day():yyyy-MM-dd}T08:30:00Z",
            "time" => $"{random.Next(24):00}:{random.Next(60):00}:00Z",
            "duration" => $"PT{random.Next(1, 100)}M",
            "binary" or "byte" => Encoded(schema),
            "uri" or "uri-reference" or "iri" or "iri-reference" or "url" => $"https://example.com/{Name()}",
            "email" or "idn-email" => $"{Name()}@example.com",
            "hostname" or "idn-hostname" => $"{Name()}.example.com",
            "ipv4" => $"192.0.2.{random.Next(256)}",
            "ipv6" => $"2001:db8::{random.Next(0x10000):x}",
            _ => null,
        };

    /// <summary>Bytes as JSON has them, of a length that the text may have.</summary>
    private string Encoded(JsonElement schema)
    {
        var least = ((Bound(schema, "minLength") ?? 0) + 3) / 4 * 3;
        var most = Math.Max(least, (Bound(schema, "maxLength") ?? int.MaxValue) / 4 * 3);
        return Convert.ToBase64String(Bytes(random.Next(least, Math.Min(most, least + 200) + 1)));
    }

    private string Free(Alphabet alphabet, int least, int most)
    {
        var usual = Math.Min(most, Math.Max(least, UsualLength));
        return random.Next(8) switch
        {
            0 => alphabet.Text(least, random),
            1 when most <= LongestAtBound => alphabet.Text(most, random),
            _ => alphabet.Text(random.Next(Math.Min(least, usual), usual + 1), random),
        };
    }

    /// <summary>Of usual letters, while such texts match; else made from the pattern itself.</summary>
    private string Matching(string pattern, int least, int most)
    {
        var regex = Patterns.Of(pattern);
        foreach (var alphabet in new[] { letters, Alphabet.Small, Alphabet.Capitals, Alphabet.HexDigits })
        {
            // A pattern that most texts match says little of what its texts are like.
            var texts = Enumerable.Range(0, Tries / 4).Select(_ => Free(alphabet, least, most)).Where(text => regex.IsMatch(text)).ToList();
            if (texts.Count > Tries / 16)
            {
                return texts[0];
            }
        }

        return Enumerable
                .Range(0, Tries * 5)
                .Select(_ => PatternGenerator.Make(pattern, least, most, random))
                .FirstOrDefault(text => text is not null && letters.Takes(text))
            ?? throw new NotSupportedException(
                $"no text comes to mind for the pattern {pattern}: give the schema 'examples' in the OpenAPI document"
            );
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private DateOnly Day() => new DateOnly(1960, 1, 1).AddDays(random.Next(40_000));

    private static int? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? (int)Math.Min(bound.GetDouble(), int.MaxValue) : null;
}
