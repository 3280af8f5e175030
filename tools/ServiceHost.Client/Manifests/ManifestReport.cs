namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Collects the mistakes of a manifest and knows the line and column of each.</summary>
internal sealed class ManifestReport(string file, byte[] utf8)
{
    // Whoever has so many has made one of them again and again.
    private const int MostTold = 1000;

    private readonly List<(string Code, int Offset, string Message)> _mistakes = [];
    private readonly TextCursor _cursor = new(utf8);

    /// <summary>Whether there are any.</summary>
    public bool HasErrors => _mistakes.Count > 0;

    /// <summary>Notes one.</summary>
    public void Add(string code, int offset, string message) => _mistakes.Add((code, offset, message));

    /// <summary>Throws them in the file's order, if there are any.</summary>
    /// <exception cref="SuiteException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (HasErrors)
        {
            var (told, rest) = (
                _mistakes.OrderBy(mistake => mistake.Offset).Take(MostTold).Select(ToError).ToList(),
                _mistakes.Count - MostTold
            );
            throw new SuiteException(
                rest <= 0
                    ? told
                    :
                    [
                        .. told,
                        new SuiteError(
                            told[^1].Code,
                            $"{rest} more mistakes follow.",
                            File: file,
                            Line: told[^1].Line,
                            Column: told[^1].Column
                        ),
                    ]
            );
        }
    }

    /// <summary>Line and column of a byte, from 1, the column in characters as editors count.</summary>
    public (int Line, int Column) PlaceOf(int offset) => _cursor.MoveTo(offset);

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

    private SuiteError ToError((string Code, int Offset, string Message) mistake)
    {
        var (line, column) = PlaceOf(mistake.Offset);
        return new SuiteError(mistake.Code, mistake.Message, File: file, Line: line, Column: column);
    }
}
