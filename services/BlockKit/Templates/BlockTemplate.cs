using BlockKit.Layout;

namespace BlockKit.Templates;

/// <summary>A stored template.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Lines">The layout, from top to bottom.</param>
/// <param name="Approved">Only an approved template formats, and it can no longer be changed.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">The last change, approval included; UTC.</param>
/// <param name="ApprovedAt">UTC; absent until it is approved.</param>
public sealed record BlockTemplate(
    Guid Id,
    string Name,
    IReadOnlyList<LayoutLine> Lines,
    bool Approved,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ApprovedAt = null
);
