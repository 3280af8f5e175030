namespace Caselaw.Citations;

/// <summary>A series in which decisions are printed.</summary>
/// <param name="Name">As The Bluebook (table T1) writes it.</param>
/// <param name="From">The year of its first decision.</param>
/// <param name="To">The year of its last, when it has ended.</param>
internal sealed record Reporter(string Name, int From, int? To = null);

/// <summary>The reporters that are recognised, however their periods and spaces are set.</summary>
internal static class Reporters
{
    private static readonly Dictionary<string, Reporter> ByKey = new Reporter[]
    {
        new("U.S.", 1754),
        new("S. Ct.", 1882),
        new("L. Ed.", 1754, 1956),
        new("L. Ed. 2d", 1956),
        new("F.", 1880, 1925),
        new("F.2d", 1924, 1993),
        new("F.3d", 1993, 2021),
        new("F.4th", 2021),
        new("F. Supp.", 1932, 1998),
        new("F. Supp. 2d", 1997, 2014),
        new("F. Supp. 3d", 2013),
        new("F. App'x", 2001, 2021),
        new("F.R.D.", 1938),
        new("B.R.", 1979),
        new("Fed. Cl.", 1992),
        new("S.W.", 1886, 1928),
        new("S.W.2d", 1927, 1999),
        new("S.W.3d", 1999),
        new("Tex.", 1846, 1963),
        new("N.E.", 1884, 1936),
        new("N.E.2d", 1936, 2015),
        new("N.E.3d", 2013),
        new("N.W.", 1879, 1942),
        new("N.W.2d", 1941, 2024),
        new("N.W.3d", 2023),
        new("S.E.", 1887, 1939),
        new("S.E.2d", 1939),
        new("So.", 1886, 1941),
        new("So. 2d", 1940, 2009),
        new("So. 3d", 2008),
        new("P.2d", 1931, 2001),
        new("P.3d", 1999),
        new("A.2d", 1938, 2011),
        new("A.3d", 2010),
        new("Cal. Rptr.", 1959, 1992),
        new("Cal. Rptr. 2d", 1991, 2004),
        new("Cal. Rptr. 3d", 2003),
        new("N.Y.S.2d", 1937, 2016),
        new("N.Y.S.3d", 2014),
    }.ToDictionary(reporter => Key(reporter.Name));

    /// <summary>The reporter that is meant, or null.</summary>
    public static Reporter? Find(string text)
    {
        var key = Key(text);
        // "10 So 5" is prose: without its periods, a name so short says nothing.
        return key.Length > 2 || key == "US" || text.Contains('.') ? ByKey.GetValueOrDefault(key) : null;
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
