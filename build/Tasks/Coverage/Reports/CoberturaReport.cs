using System.Text.RegularExpressions;
using System.Xml;

namespace IntegrationSuite.Tasks.Coverage.Reports;

/// <summary>Reads a Cobertura report. What its document type says is not read, and nothing that it refers to is fetched.</summary>
internal sealed partial class CoberturaReport
{
    private readonly Dictionary<string, SourceHits> _files = new(StringComparer.Ordinal);
    private SourceHits? _file;
    private string _class = "";
    private string? _method;
    private int? _begin;

    /// <summary>The hits of each source file.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="FormatException">It is none of Cobertura's.</exception>
    public static IReadOnlyDictionary<string, SourceHits> Read(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(stream, settings);
        return new CoberturaReport().Read(reader);
    }

    private Dictionary<string, SourceHits> Read(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "coverage")
        {
            throw new FormatException($"its root is <{reader.LocalName}>, not <coverage>");
        }
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Enter(reader);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "method" })
            {
                _method = null;
            }
        }
        return _files;
    }

    private void Enter(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "class":
                var name = ReportText.File(reader.GetAttribute("filename"));
                _file = _files.TryGetValue(name, out var known) ? known : _files[name] = new SourceHits();
                (_class, _method) = (reader.GetAttribute("name") ?? "", null);
                break;
            case "method" when !reader.IsEmptyElement:
                (_method, _begin) = ($"{_class} {reader.GetAttribute("name")} {reader.GetAttribute("signature")}", null);
                break;
            case "line":
                AddLine(reader, _file ?? throw new FormatException("a <line> stands outside of a <class>"));
                break;
        }
    }

    // The lines of a method are told again among those of its class. Functions without a name differ by where they begin.
    private void AddLine(XmlReader reader, SourceHits file)
    {
        var (number, ran) = (ReportText.Line(reader.GetAttribute("number")), ReportText.Ran(reader.GetAttribute("hits")));
        if (_method is { } method)
        {
            file.AddMethod($"{method} {_begin ??= number}", ran);
            return;
        }
        file.AddLine(number, ran);
        if (Ways().Match(reader.GetAttribute("condition-coverage") ?? "") is { Success: true } ways)
        {
            file.AddBranches($"{number}", ReportText.Share(ways.Groups[1].Value, ways.Groups[2].Value));
        }
    }

    // As in "50% (1/2)".
    [GeneratedRegex(@"\(([0-9]+)/([0-9]+)\)")]
    private static partial Regex Ways();
}
