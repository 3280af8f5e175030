using IntegrationSuite.Tasks.Coverage.Figures;

namespace IntegrationSuite.Tasks.Coverage.Reports;

/// <summary>What a report tells of one source file. A file may come several times, a line too: what ran once, ran.</summary>
internal sealed class SourceHits
{
    private readonly Dictionary<int, bool> _lines = [];
    private readonly Dictionary<string, Share> _branches = [];
    private readonly Dictionary<string, bool> _methods = [];

    public void AddLine(int number, bool ran) => _lines[number] = ran || _lines.GetValueOrDefault(number);

    /// <param name="key">Names what branches, within the file.</param>
    /// <param name="share">How many of its ways were gone.</param>
    public void AddBranches(string key, Share share)
    {
        var known = _branches.GetValueOrDefault(key);
        _branches[key] = new Share(Math.Max(known.Covered, share.Covered), Math.Max(known.Total, share.Total));
    }

    public void AddMethod(string key, bool ran) => _methods[key] = ran || _methods.GetValueOrDefault(key);

    public FileCoverage ToCoverage(string file) => new(file, Count(_lines.Values), Share.Sum(_branches.Values), Count(_methods.Values));

    private static Share Count(IReadOnlyCollection<bool> all) => new(all.Count(ran => ran), all.Count);
}
