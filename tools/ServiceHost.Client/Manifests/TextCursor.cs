using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Knows the line and column of a byte of a text. Quick when it is asked in the text's order: it goes on from where it was.</summary>
internal sealed class TextCursor(byte[] utf8)
{
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Line and column from 1, the column in characters as editors count.</summary>
    public (int Line, int Column) MoveTo(int offset)
    {
        if (offset < _offset)
        {
            (_offset, _line, _column) = (0, 1, 1);
        }
        var passed = utf8.AsSpan(_offset, Math.Min(offset, utf8.Length) - _offset);
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var end)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
            passed = passed[(end + 1)..];
        }
        _column += Encoding.UTF8.GetCharCount(passed);
        _offset = Math.Max(_offset, Math.Min(offset, utf8.Length));
        return (_line, _column);
    }
}
