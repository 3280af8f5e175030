using System.Text;

namespace IntegrationSuite.Migrations.Files;

/// <summary>A text with values in the places of its placeholders, and where each of its characters came from.</summary>
internal sealed class FilledText
{
    private readonly IReadOnlyList<int>? _origins;

    private FilledText(string text, IReadOnlyList<int>? origins) => (Text, _origins) = (text, origins);

    /// <summary>The text with the values.</summary>
    public string Text { get; }

    /// <summary>Fills a text as Evolve does: one placeholder after the other, so that a value may hold those that follow.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">What is replaced (<c>${name}</c>), and by what.</param>
    public static FilledText Of(string text, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(new FilledText(text, null), (filled, pair) => filled.With(pair.Key, pair.Value));

    /// <summary>Where a character of <see cref="Text"/> stands in the text as it was; of a value, where its placeholder begins.</summary>
    public int OriginOf(int offset) => _origins is null ? offset : _origins[Math.Min(offset, Text.Length)];

    private FilledText With(string placeholder, string value)
    {
        if (!Text.Contains(placeholder, StringComparison.Ordinal))
        {
            return this;
        }

        var (text, origins, at) = (new StringBuilder(), new List<int>(), 0);
        void Copy(int end)
        {
            text.Append(Text, at, end - at);
            origins.AddRange(Enumerable.Range(at, end - at).Select(OriginOf));
        }
        for (int found; (found = Text.IndexOf(placeholder, at, StringComparison.Ordinal)) >= 0; at = found + placeholder.Length)
        {
            Copy(found);
            text.Append(value);
            origins.AddRange(Enumerable.Repeat(OriginOf(found), value.Length));
        }

        Copy(Text.Length);
        return new FilledText(text.ToString(), [.. origins, OriginOf(Text.Length)]);
    }
}
