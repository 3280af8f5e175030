using IntegrationSuite.Tasks.Coverage.Figures;

namespace IntegrationSuite.Tasks.Coverage.Reports;

/// <summary>Reads an LCOV report, as geninfo(1) has it: <c>SF:file</c>, then <c>DA:line,hits</c> and the like, then <c>end_of_record</c>. Kinds of lines that nobody counts by are skipped.</summary>
internal sealed class LcovReport
{
    /// <summary>What begins a source file.</summary>
    public const string FileMark = "SF:";

    private const string End = "end_of_record";

    private readonly Dictionary<string, SourceHits> _files = new(StringComparer.Ordinal);
    private SourceHits? _file;

    /// <summary>The hits of each source file.</summary>
    /// <exception cref="FormatException">A line is none of LCOV's; the message names it.</exception>
    public static IReadOnlyDictionary<string, SourceHits> Read(IReadOnlyList<string> lines)
    {
        var report = new LcovReport();
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                report.Add(lines[i].Trim());
            }
            catch (FormatException e)
            {
                throw new FormatException($"line {i + 1}: {e.Message}", e);
            }
        }
        return report._file is null ? report._files : throw new FormatException($"it was cut short: its last line is not '{End}'");
    }

    private void Add(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }
        if (line == End)
        {
            _file = null;
            return;
        }
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !line[..colon].All(char.IsAsciiLetterUpper))
        {
            throw new FormatException("it is neither LCOV nor Cobertura");
        }
        Add(line[..(colon + 1)], line[(colon + 1)..]);
    }

    private void Add(string kind, string value)
    {
        var parts = value.Split(',');
        switch (kind)
        {
            case FileMark:
                var name = ReportText.File(value);
                _file = _files.TryGetValue(name, out var known) ? known : _files[name] = new SourceHits();
                break;
            case "DA:":
                File.AddLine(ReportText.Line(parts[0]), ReportText.Ran(parts.ElementAtOrDefault(1)));
                break;
            case "BRDA:": // line, block, branch, hits: '-' where the line never ran
                var ran = parts.ElementAtOrDefault(3) != "-" && ReportText.Ran(parts.ElementAtOrDefault(3));
                File.AddBranches(string.Join(',', parts.Take(3)), new Share(ran ? 1 : 0, 1));
                break;
            case "FNDA:": // hits, name; a name may have commas
                File.AddMethod(value[(value.IndexOf(',', StringComparison.Ordinal) + 1)..], ReportText.Ran(parts[0]));
                break;
            case "FNA:": // of LCOV 2.2: index, hits, name
                File.AddMethod(string.Join(',', parts.Skip(2)), ReportText.Ran(parts.ElementAtOrDefault(1)));
                break;
        }
    }

    private SourceHits File => _file ?? throw new FormatException($"it stands before '{FileMark}'");
}
