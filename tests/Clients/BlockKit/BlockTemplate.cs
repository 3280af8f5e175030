namespace Clients.BlockKit;

/// <summary>A template of captions or signature blocks, as its service gives it.</summary>
public sealed record BlockTemplate(
    Guid Id,
    string Name,
    IReadOnlyList<Line> Lines,
    bool Approved,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ApprovedAt = null
);

/// <summary>A line of a template, or of a formatted block.</summary>
public sealed record Line(string Text, string Align)
{
    public static Line Left(string text) => new(text, "left");

    public static Line Center(string text) => new(text, "center");
}

/// <summary>A template to create: valid as it is, for either service.</summary>
public sealed record NewTemplate
{
    public string Name { get; init; } = "A plain block";

    public IReadOnlyList<Line> Lines { get; init; } = [Line.Center("Respectfully")];
}

/// <summary>A formatted block.</summary>
public sealed record FormattedBlock(IReadOnlyList<Line> Lines);
