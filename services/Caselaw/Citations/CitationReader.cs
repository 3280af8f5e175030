namespace Caselaw.Citations;

/// <summary>Reads the citations of a text.</summary>
internal static class CitationReader
{
    /// <summary>All of them, in order; where two overlap the one that begins first stays.</summary>
    public static List<Citation> Find(string text)
    {
        var found = new List<Citation>();
        foreach (var citation in CaseCitations.Find(text).Concat(CodeCitations.Find(text)).OrderBy(c => c.Start))
        {
            if (found.Count == 0 || citation.Start >= found[^1].End)
            {
                found.Add(citation);
            }
        }

        return found;
    }

    /// <summary>The one citation that a text consists of, but for white space and a last period; null when it is none.</summary>
    public static Citation? Only(string text)
    {
        var trimmed = text.Trim();
        return Find(trimmed) is [var citation] && citation.Start == 0 && trimmed[citation.End..] is "" or "." ? citation : null;
    }
}
