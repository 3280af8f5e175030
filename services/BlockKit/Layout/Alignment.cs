namespace BlockKit.Layout;

/// <summary>Where a line stands between the margins.</summary>
public enum Alignment
{
    /// <summary>At the left margin.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right margin.</summary>
    Right,
}
