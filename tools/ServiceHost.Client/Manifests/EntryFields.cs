using System.Globalization;
using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>The members of one object of the manifest, taken by key and type. What is wrong goes to the report, and the value is then null.</summary>
internal sealed class EntryFields
{
    private readonly PlacedJson _object;
    private readonly ManifestReport _report;
    private readonly string _what;

    /// <summary>Takes an object and reports keys that are unknown or repeated.</summary>
    public EntryFields(PlacedJson value, ManifestReport report, string what, IReadOnlyList<string> known)
    {
        (_object, _report, _what) = (value, report, what);
        var seen = new HashSet<string>();
        foreach (var member in value.Members!)
        {
            if (!known.Contains(member.Key))
            {
                report.Add(
                    ErrorCodes.ManifestUnknownKey,
                    member.Offset,
                    $"{what} has an unknown key '{Shortened(member.Key)}'. Known are {string.Join(", ", known)}."
                );
            }
            else if (!seen.Add(member.Key))
            {
                report.Add(ErrorCodes.ManifestDuplicate, member.Offset, $"{what} has '{member.Key}' twice. Remove one.");
            }
        }
    }

    /// <summary>Where the object stands.</summary>
    public int Offset => _object.Offset;

    /// <summary>A member's value as it is.</summary>
    public PlacedJson? Find(string key) => _object.Members!.FirstOrDefault(member => member.Key == key)?.Value;

    /// <summary>Where a key's value stands, else the object.</summary>
    public int OffsetOf(string key) => Find(key)?.Offset ?? Offset;

    /// <summary>Reports a mistake at a key.</summary>
    public void Report(string code, string key, string message) => _report.Add(code, OffsetOf(key), $"{_what}: {message}");

    /// <summary>A text that is not empty.</summary>
    public string? Text(string key) =>
        Of(key, JsonValueKind.String, "a text")?.Text switch
        {
            "" => Refuse<string>(key, "must not be empty"),
            { } text when text.Any(HarmlessText.IsHarmful) => Refuse<string>(key, "must not contain control characters"),
            var text => text,
        };

    /// <summary>True or false.</summary>
    public bool? Flag(string key) =>
        Find(key) switch
        {
            null => null,
            { Kind: JsonValueKind.True } => true,
            { Kind: JsonValueKind.False } => false,
            _ => Refuse<bool?>(key, "must be true or false"),
        };

    /// <summary>A whole number in a range.</summary>
    public int? Whole(string key, int least, int most) =>
        Find(key) is not { } value ? null
        : NumberIn(value, least, most) is { } number ? number
        : Refuse<int?>(key, $"must be a whole number from {least} to {most}");

    /// <summary>A list of whole numbers in a range; empty without one.</summary>
    public IReadOnlyList<int> Wholes(string key, int least, int most)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }
        var numbers = (value.Items ?? []).Select(item => NumberIn(item, least, most)).ToList();
        return value.Items is not null && numbers.TrueForAll(number => number is not null)
            ? [.. numbers.OfType<int>()]
            : Refuse<IReadOnlyList<int>>(key, $"must be a list of whole numbers from {least} to {most}") ?? [];
    }

    /// <summary>Seconds, above nothing and up to an hour.</summary>
    public double? Seconds(string key) =>
        Find(key) switch
        {
            null => null,
            { Kind: JsonValueKind.Number, Text: var text }
                when double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 3600 => number,
            _ => Refuse<double?>(key, "must be a number of seconds above 0 and up to 3600"),
        };

    /// <summary>A list of texts, with the place of each.</summary>
    public IReadOnlyList<PlacedJson> Texts(string key)
    {
        var items = Of(key, JsonValueKind.Array, "a list of texts")?.Items ?? [];
        return items.All(item => item.Kind == JsonValueKind.String)
            ? items
            : Refuse<IReadOnlyList<PlacedJson>>(key, "must be a list of texts") ?? [];
    }

    /// <summary>An object of texts.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var members = Of(key, JsonValueKind.Object, "an object of texts")?.Members ?? [];
        if (
            members.Any(member =>
                member.Value.Text?.Contains('\0') != false
                || member.Value.Kind != JsonValueKind.String
                || member.Key is ""
                || member.Key.Any(character => character == '=' || HarmlessText.IsHarmful(character))
            )
        )
        {
            Refuse<string>(key, "must be an object of variables: names without '=' and control characters, values that are texts");
            return new Dictionary<string, string>();
        }
        return members.GroupBy(member => member.Key).ToDictionary(group => group.Key, group => group.Last().Value.Text!);
    }

    /// <summary>Reports a value that is wrong.</summary>
    public T? Refuse<T>(string key, string rule)
    {
        Report(ErrorCodes.ManifestBadValue, key, $"'{key}' {rule}.");
        return default;
    }

    private static int? NumberIn(PlacedJson value, int least, int most) =>
        value.Kind == JsonValueKind.Number
        && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;

    private static string Shortened(string key) => key.Length > 60 ? key[..60] + "…" : key;

    private PlacedJson? Of(string key, JsonValueKind kind, string name)
    {
        var value = Find(key);
        return value is null || value.Kind == kind ? value : Refuse<PlacedJson>(key, $"must be {name}");
    }
}
