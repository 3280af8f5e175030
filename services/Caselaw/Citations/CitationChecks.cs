namespace Caselaw.Citations;

/// <summary>What can be told from a citation alone.</summary>
internal static class CitationChecks
{
    /// <summary>The titles of the United States Code.</summary>
    private const int LastTitleOfStatutes = 54;

    /// <summary>The titles of the Code of Federal Regulations.</summary>
    private const int LastTitleOfRegulations = 50;

    /// <summary>What the parts lack or have wrong, so that no citation can be written from them.</summary>
    public static IEnumerable<string> Gaps(CitationType type, CitationParts parts)
    {
        foreach (var (part, name) in Needed(type, parts))
        {
            if (part is null)
            {
                yield return $"A {type.ToString().ToLowerInvariant()} citation needs {name}.";
            }
        }

        if (type == CitationType.Case && parts.Reporter is { } reporter && Reporters.Find(reporter) is null)
        {
            yield return $"'{reporter}' is not a reporter that this service knows.";
        }
    }

    /// <summary>What is wrong with a complete citation.</summary>
    public static IEnumerable<string> Problems(Citation citation, int thisYear) =>
        citation.Type switch
        {
            CitationType.Case => OfCase(citation.Components, Reporters.Find(citation.Components.Reporter!)!, thisYear),
            CitationType.Statute => OfTitle(citation.Components, LastTitleOfStatutes),
            _ => OfTitle(citation.Components, LastTitleOfRegulations),
        };

    private static IEnumerable<string> OfCase(CitationParts parts, Reporter reporter, int thisYear)
    {
        if (parts.Year is not { } year)
        {
            yield return "The year of the decision is missing.";
        }
        else if (year > thisYear)
        {
            yield return $"The year {year} has not come yet.";
        }
        else if (year < reporter.From || year > (reporter.To ?? thisYear))
        {
            yield return $"{reporter.Name} holds decisions of {reporter.From} to {reporter.To?.ToString() ?? "today"}, not of {year}.";
        }
    }

    private static IEnumerable<string> OfTitle(CitationParts parts, int last)
    {
        if (parts.Title > last)
        {
            yield return $"{parts.Code} has {last} titles; there is no title {parts.Title}.";
        }
    }

    private static IEnumerable<(object? Part, string Name)> Needed(CitationType type, CitationParts parts) =>
        type switch
        {
            CitationType.Case => [(parts.Volume, "a volume"), (parts.Reporter, "a reporter"), (parts.Page, "a page")],
            CitationType.Statute when parts.Code != CodeCitations.UnitedStatesCode =>
            [
                (parts.Code, "a code"),
                (parts.Section, "a section"),
            ],
            _ => [(parts.Title, "a title"), (parts.Code, "a code"), (parts.Section, "a section")],
        };
}
