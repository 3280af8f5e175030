using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>Makes names that a manifest takes: lower case letters, digits and single hyphens, each once.</summary>
internal sealed partial class ServiceNames
{
    private const int Longest = 50; // of the manifest's 60: room for a number
    private readonly HashSet<string> _taken = [];

    /// <summary>A name that nobody has yet.</summary>
    /// <param name="text">What to make it of: <c>Acme.OrderService</c> gives <c>acme-order-service</c>.</param>
    public string Take(string text)
    {
        var first = Of(text);
        var name = first;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{first}-{number}";
        }
        return name;
    }

    /// <summary>The name of a database for it.</summary>
    public static string Database(string text) =>
        Of(text) is { Length: <= 40 } name ? name.Replace('-', '_') : Of(text)[..40].Replace('-', '_').TrimEnd('_');

    private static string Of(string text)
    {
        var words = Boundary().Replace(text, "-").ToLowerInvariant().Trim('-');
        var name = words.Length > 0 && char.IsAsciiLetter(words[0]) ? words : $"service-{words}".TrimEnd('-');
        return name.Length <= Longest ? name : name[..Longest].TrimEnd('-');
    }

    // Between the words of PascalCase, and whatever is neither letter nor digit.
    [GeneratedRegex("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
