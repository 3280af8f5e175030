using System.Text;

namespace ServiceHost.Client.Manifests;

/// <summary>Collects the mistakes of a manifest and knows the line and column of each.</summary>
internal sealed class ManifestReport(string file, byte[] utf8)
{
    private readonly List<(int Offset, SuiteError Error)> _errors = [];

    /// <summary>Whether there are any.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>Notes one.</summary>
    public void Add(string code, int offset, string message, string? service = null)
    {
        var (line, column) = PlaceOf(offset);
        _errors.Add((offset, new SuiteError(code, message, service, File: file, Line: line, Column: column)));
    }

    /// <summary>Throws them all, in the file's order, if there are any.</summary>
    /// <exception cref="SuiteException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (HasErrors)
        {
            throw new SuiteException([.. _errors.OrderBy(error => error.Offset).Select(error => error.Error)]);
        }
    }

    /// <summary>Line and column of a byte, from 1, the column in characters as editors count.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var before = utf8.AsSpan(0, Math.Min(offset, utf8.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>The offset of a place that a JSON error gives: line from 0, bytes within it.</summary>
    public int OffsetOf(long line, long bytes)
    {
        var offset = 0;
        for (var i = 0; i < line; i++)
        {
            offset += utf8.AsSpan(offset).IndexOf((byte)'\n') + 1;
        }
        return offset + (int)bytes;
    }
}
