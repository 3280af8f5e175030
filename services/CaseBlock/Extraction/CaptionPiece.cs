using BlockKit.Text;

namespace CaseBlock.Extraction;

/// <summary>What a piece of a line is in a caption.</summary>
internal enum PieceKind
{
    /// <summary>Perhaps a party.</summary>
    Text,

    /// <summary>The "v." between the parties.</summary>
    Versus,

    /// <summary>"CAUSE NO." and its number.</summary>
    CauseNumber,

    /// <summary>The court, or its county, district or division.</summary>
    Court,

    /// <summary>The title of the pleading, or prose: no part of the caption.</summary>
    Other,
}

/// <summary>A piece of a line.</summary>
/// <param name="Slice">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line it belongs to.</param>
/// <param name="InSideColumn">Whether it stands to the right of a § or ) column, where courts and numbers stand but no parties.</param>
internal readonly record struct CaptionPiece(Slice Slice, PieceKind Kind, Slice Line, bool InSideColumn);
