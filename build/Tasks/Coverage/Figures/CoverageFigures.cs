namespace IntegrationSuite.Tasks.Coverage.Figures;

/// <summary>How much of a service ran.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="Branches">Branches.</param>
/// <param name="Methods">Methods.</param>
/// <param name="Files">The lines of each source file, the least covered first.</param>
public sealed record CoverageFigures(Share Lines, Share Branches, Share Methods, IReadOnlyList<FileCoverage> Files)
{
    /// <summary>Nothing known.</summary>
    public static CoverageFigures None { get; } = new(new Share(0, 0), new Share(0, 0), new Share(0, 0), []);

    /// <summary>Those of files together.</summary>
    public static CoverageFigures Of(IEnumerable<FileCoverage> all)
    {
        var files = all.ToList();
        return new(
            Share.Sum(files.Select(f => f.Lines)),
            Share.Sum(files.Select(f => f.Branches)),
            Share.Sum(files.Select(f => f.Methods)),
            [.. files.OrderBy(f => f.Lines.Percent).ThenBy(f => f.File, StringComparer.Ordinal)]
        );
    }

    /// <summary>The share of a threshold type: <c>line</c>, <c>branch</c> or <c>method</c>.</summary>
    public Share Of(string type) =>
        type switch
        {
            "branch" => Branches,
            "method" => Methods,
            _ => Lines,
        };

    /// <summary>A threshold type in the plural.</summary>
    internal static string Several(string type) => type == "branch" ? "branches" : type + "s";
}

/// <summary>A source file's part in <see cref="CoverageFigures"/>.</summary>
public sealed record FileCoverage(string File, Share Lines, Share Branches, Share Methods);

/// <summary>So many of so many.</summary>
public readonly record struct Share(int Covered, int Total)
{
    /// <summary>0–100, cut (never rounded up) to two places; 100 when there is nothing to cover.</summary>
    public double Percent => Total == 0 ? 100 : Math.Floor(10000.0 * Covered / Total) / 100;

    internal static Share Count(IEnumerable<int> hits)
    {
        var all = hits.ToList();
        return new Share(all.Count(h => h > 0), all.Count);
    }

    internal static Share Sum(IEnumerable<Share> shares) =>
        shares.Aggregate(new Share(0, 0), (a, b) => new Share(a.Covered + b.Covered, a.Total + b.Total));
}
