using System.Text;
using System.Xml;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.Tasks.Coverage.Figures;

namespace IntegrationSuite.Tasks.Coverage.Reports;

/// <summary>A report in LCOV or Cobertura, whoever wrote it.</summary>
internal sealed class ReportFile
{
    /// <summary>What reports in Cobertura are called in the folder of a service's coverage.</summary>
    public const string CoberturaName = "coverage.cobertura.xml";

    /// <summary>The same for LCOV.</summary>
    public const string LcovName = "coverage.info";

    private const int Most = 64 << 20;

    private readonly byte[] _bytes;
    private readonly string[]? _lines; // of LCOV

    private ReportFile(byte[] bytes)
    {
        using var stream = new MemoryStream(_bytes = bytes);
        _lines = IsXml(bytes) ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n');
        var files = _lines is null ? CoberturaReport.Read(stream) : LcovReport.Read(_lines);
        Figures = CoverageFigures.Of(files.Select(file => file.Value.ToCoverage(file.Key)));
    }

    /// <summary>What it tells.</summary>
    public CoverageFigures Figures { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="IOException">It can't be read, or has more than 64 MB.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    /// <exception cref="FormatException">It is neither. The message says where, and never holds more of it than a few words.</exception>
    public static ReportFile Read(string file)
    {
        try
        {
            return new ReportFile(BoundedFile.Read(file, Most));
        }
        catch (XmlException e)
        {
            throw new FormatException($"line {e.LineNumber}: {HarmlessText.OneLine(e.Message, most: 200)}", e);
        }
    }

    private static bool IsXml(byte[] bytes) =>
        bytes.AsSpan().TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8) is { Length: > 0 } text && text[0] is (byte)'<' or 0xFE or 0xFF;

    /// <summary>Writes it where the pages over all services are made from.</summary>
    /// <param name="folder">The folder of the service's coverage.</param>
    /// <param name="sources">What relative paths of sources begin at.</param>
    public void Save(string folder, string sources)
    {
        Directory.CreateDirectory(folder);
        if (_lines is null)
        {
            File.WriteAllBytes(Path.Combine(folder, CoberturaName), _bytes);
            return;
        }
        File.WriteAllLines(
            Path.Combine(folder, LcovName),
            _lines.Select(line =>
                line.StartsWith(LcovReport.FileMark, StringComparison.Ordinal)
                    ? LcovReport.FileMark + Path.GetFullPath(line[LcovReport.FileMark.Length..].Trim(), sources)
                    : line.TrimEnd('\r')
            )
        );
    }
}
