namespace BlockKit.Text;

/// <summary>A part of a text that knows where it stands.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">One past the last character.</param>
public readonly record struct Slice(string Source, int Start, int End)
{
    /// <summary>The number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The part's own text.</summary>
    public string Text => Source[Start..End];

    /// <summary>A part of this part; the positions count from its start.</summary>
    public Slice Part(int start, int end) => new(Source, Start + start, Start + end);

    /// <summary>Whether nothing but white space stands between this and a later part.</summary>
    public bool Touches(Slice later) => Source.AsSpan(End, later.Start - End).IsWhiteSpace();

    /// <summary>From the start of this to the end of a later part.</summary>
    public Slice To(Slice later) => new(Source, Start, later.End);

    /// <summary>Without white space and the given characters at either end.</summary>
    public Slice Trim(string more = "")
    {
        var (start, end) = (Start, End);
        while (start < end && IsEdge(Source[start], more))
        {
            start++;
        }

        while (end > start && IsEdge(Source[end - 1], more))
        {
            end--;
        }

        return new Slice(Source, start, end);
    }

    private static bool IsEdge(char c, string more) => char.IsWhiteSpace(c) || more.Contains(c);
}
