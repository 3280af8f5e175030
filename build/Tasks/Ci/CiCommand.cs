using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Ci;

/// <summary>A line that a CI system takes for a command. All that is put into one is escaped as its system reads it, so that no text can end the command or begin another.</summary>
internal static class CiCommand
{
    /// <summary>A workflow command of GitHub Actions: <c>::error file=…,line=…::message</c> (Workflow commands for GitHub Actions; escaping as in actions/toolkit).</summary>
    public static string GitHub(string name, IEnumerable<(string Name, string? Value)> properties, string message)
    {
        var given = properties
            .Where(property => property.Value is not null)
            .Select(property => $"{property.Name}={Property(property.Value!)}");
        return $"::{name} {string.Join(',', given)}::{Data(message)}";

        static string Data(string text) => Escape(text, ('%', "%25"), ('\r', "%0D"), ('\n', "%0A"));
        static string Property(string text) => Escape(text, ('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C"));
    }

    /// <summary>A logging command of Azure Pipelines: <c>##vso[task.logissue type=error;…]message</c> (Logging commands, Azure Pipelines).</summary>
    public static string Azure(string name, IEnumerable<(string Name, string? Value)> properties, string message)
    {
        var given = properties
            .Where(property => property.Value is not null)
            .Select(property => $"{property.Name}={Property(property.Value!)};");
        return $"##vso[{name} {string.Concat(given)}]{Data(message)}";

        static string Data(string text) => Escape(text, ('%', "%AZP25"), ('\r', "%0D"), ('\n', "%0A"));
        static string Property(string text) => Escape(text, ('%', "%AZP25"), ('\r', "%0D"), ('\n', "%0A"), (';', "%3B"), (']', "%5D"));
    }

    private static string Escape(string text, params (char Character, string Escaped)[] rules) =>
        rules.Aggregate(
            HarmlessText.Of(text),
            (escaped, rule) => escaped.Replace(rule.Character.ToString(), rule.Escaped, StringComparison.Ordinal)
        );
}
