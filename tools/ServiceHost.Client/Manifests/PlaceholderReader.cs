using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads <c>placeholders</c>, the values of Evolve's placeholders in a service's migrations.</summary>
internal static partial class PlaceholderReader
{
    /// <summary>A name as an error words the rule.</summary>
    public const string NameRule = "letters, digits, '_', '-' and '.'";

    /// <summary>By <c>name</c> what stands for <c>${name}</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(EntryFields fields)
    {
        if (fields.Find("placeholders") is not null && fields.Find("migrations") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "placeholders", "'placeholders' needs 'migrations' in which they stand.");
        }
        var placeholders = fields.TextMap("placeholders");
        if (placeholders.Keys.FirstOrDefault(name => !IsName(name)) is { } wrong)
        {
            fields.Refuse<string>(
                "placeholders",
                $"must have names of {NameRule}, without ${{}}; '{HarmlessText.OneLine(wrong, most: 60)}' is none"
            );
        }
        return placeholders;
    }

    /// <summary>Whether a placeholder may be called so.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
