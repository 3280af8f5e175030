namespace Pipeline.Migrations.Planted;

/// <summary>A fault that is planted into <see cref="SoundFolder"/>.</summary>
/// <param name="Name">The fault, in words.</param>
/// <param name="Found">Where and how it must be found: the file and the rule of a proof, or the code of an error.</param>
internal sealed record Plant(string Name, params IReadOnlyList<(string File, string Rule)> Found)
{
    /// <summary>The files that it writes or, with null, removes.</summary>
    public Dictionary<string, string?> Files { get; init; } = [];

    /// <summary>It comes when the sound folder was applied to a database already.</summary>
    public bool AfterApplied { get; init; }

    /// <summary>The file that it writes is not text in UTF-8.</summary>
    public byte[]? Bytes { get; init; }
}
