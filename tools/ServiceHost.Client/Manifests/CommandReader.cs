using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads commands: one text that is split at blanks, or a list of words.</summary>
internal static class CommandReader
{
    /// <summary>The command of a key.</summary>
    /// <returns>Null when there is none. What is wrong goes to the report.</returns>
    public static IReadOnlyList<string>? Read(EntryFields fields, string key) =>
        fields.Find(key) is { } value ? Words(value, what => fields.Refuse<string>(key, what)) : null;

    /// <summary>The commands of a key whose value is a list of them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadList(EntryFields fields, string key) =>
        fields.Find(key) switch
        {
            null => [],
            { Kind: JsonValueKind.Array, Items: var items } =>
            [
                .. items!.Select(item =>
                    Words(item, what => fields.Refuse<string>(key, $"is a list of commands, of which each {what}")) ?? []
                ),
            ],
            _ => fields.Refuse<IReadOnlyList<IReadOnlyList<string>>>(key, "must be a list of commands, each a text or a list of texts")
                ?? [],
        };

    private static IReadOnlyList<string>? Words(PlacedJson value, Action<string> refuse)
    {
        var words = value.Kind switch
        {
            JsonValueKind.String => CommandWords.Split(value.Text!),
            JsonValueKind.Array when value.Items!.All(item => item.Kind == JsonValueKind.String) =>
            [
                .. value.Items!.Select(item => item.Text!),
            ],
            _ => null,
        };
        var mistake = words switch
        {
            null => value.Kind == JsonValueKind.String ? "has a quote that is not closed" : "must be a text or a list of texts",
            [] or ["", ..] => "must name a program first",
            _ when words.Any(word => word.Contains('\0')) => "must name a program first, and hold no NUL",
            _ => null,
        };
        if (mistake is null)
        {
            return words;
        }
        refuse(mistake);
        return null;
    }
}
