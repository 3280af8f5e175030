using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>A path that says whether a service is healthy.</summary>
/// <param name="Path">The path, from the slash on.</param>
/// <param name="InDevelopment">It is there in Development only, as in .NET Aspire's templates.</param>
internal sealed record HealthMapping(string Path, bool InDevelopment);

/// <summary>Looks in sources for the path that says whether a service is healthy.</summary>
internal static partial class HealthPath
{
    /// <summary>Those that .NET sources map, the project's own first.</summary>
    public static IReadOnlyList<HealthMapping> InDotNet(IEnumerable<string> folders) =>
        [
            .. folders
                .SelectMany(folder => SourceTree.Find(folder, name => Path.GetExtension(name) is ".cs" or ".fs" or ".vb"))
                .SelectMany(file => MappedIn(InputFile.Source(file))),
        ];

    /// <summary>That of a Node package's sources.</summary>
    /// <returns>Null when none of them names one.</returns>
    public static string? OfNode(IEnumerable<string> sources) =>
        sources.Select(source => NodePattern().Match(source)).FirstOrDefault(match => match.Success)?.Groups["path"].Value;

    private static IEnumerable<HealthMapping> MappedIn(string source)
    {
        var lines = source.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (MapPattern().Match(lines[i]) is { Success: true } match)
            {
                yield return new HealthMapping("/" + match.Groups["path"].Value.TrimStart('/'), IsInDevelopment(lines, i));
            }
        }
    }

    // Within a block that is entered in Development only: from the line on, outwards.
    private static bool IsInDevelopment(string[] lines, int at)
    {
        var depth = Depth(lines[at]);
        for (var i = at - 1; i >= 0 && depth > 0; i--)
        {
            if (lines[i].Trim() is not ("" or "{") && Depth(lines[i]) < depth)
            {
                depth = Depth(lines[i]);
                if (lines[i].Contains(".IsDevelopment()", StringComparison.Ordinal) && !lines[i].Contains("!", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    // A line that is commented out maps nothing.
    [GeneratedRegex(
        """^(?!\s*//).*(MapHealthChecks\(\s*"(?<path>[!#-z|~]+)"|Map(Get)?\(\s*"(?<path>/?health[!#-z|~]*)")""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MapPattern();

    [GeneratedRegex(
        """["'`](?<path>/(health|healthz|healthcheck|readyz?|livez?))["'`]""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NodePattern();
}
