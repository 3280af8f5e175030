namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Names within a message: the first ones, and how many there are besides. A list of thousands says no more, and a thousand messages with one each would be without end.</summary>
public static class NameList
{
    private const int Most = 20;

    /// <summary>The list.</summary>
    public static string Of(IReadOnlyCollection<string> names, string separator = ", ") =>
        string.Join(separator, names.Take(Most)) + (names.Count > Most ? $"{separator}… and {names.Count - Most} more" : "");
}
