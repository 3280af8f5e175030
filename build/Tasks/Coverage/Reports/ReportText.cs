using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.Tasks.Coverage.Figures;

namespace IntegrationSuite.Tasks.Coverage.Reports;

/// <summary>The words of a report, which some other tool wrote.</summary>
internal static class ReportText
{
    // Of one line; more is no program's, and all together must be a number.
    private const int MostWays = 1000;

    /// <summary>The path of a source file.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string File(string? text) =>
        text is { Length: > 0 and <= 4096 } && !text.Any(HarmlessText.IsHarmful)
            ? text
            : throw new FormatException("the path of a source file is missing, too long, or has control characters");

    /// <summary>The number of a line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int Line(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{Shown(text)}' is no number of a line");

    /// <summary>Whether something ran: how often, as a number.</summary>
    /// <exception cref="FormatException">It is none, or negative.</exception>
    public static bool Ran(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times >= 0
            ? times > 0
            : throw new FormatException($"'{Shown(text)}' is no number of hits");

    /// <summary>So many of so many.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Share Share(string covered, string total)
    {
        var share = new Share(Line(covered), Line(total));
        return share.Covered <= share.Total && share.Total <= MostWays
            ? share
            : throw new FormatException($"{share.Covered} of {share.Total} is no share");
    }

    private static string Shown(string? text) => HarmlessText.OneLine(text ?? "", most: 40);
}
