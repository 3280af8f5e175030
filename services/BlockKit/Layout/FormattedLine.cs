namespace BlockKit.Layout;

/// <summary>One finished line.</summary>
/// <param name="Text">Its text, every placeholder filled.</param>
/// <param name="Align">Where it stands.</param>
public sealed record FormattedLine(string Text, Alignment Align);

/// <summary>A finished block.</summary>
/// <param name="Lines">From top to bottom.</param>
public sealed record FormattedBlock(IReadOnlyList<FormattedLine> Lines);
