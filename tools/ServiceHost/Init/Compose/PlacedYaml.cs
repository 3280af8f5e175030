namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>A value of a YAML file that knows its line. What an alias stands for is shared, not copied.</summary>
/// <param name="Line">From 1; of a member, its key's.</param>
/// <param name="Text">A scalar's text; null for anything else, and for a scalar that stands for null.</param>
/// <param name="Items">A sequence's items.</param>
/// <param name="Members">A mapping's members, in order, with those that it merges (<c>&lt;&lt;</c>).</param>
internal sealed record PlacedYaml(
    int Line,
    string? Text = null,
    IReadOnlyList<PlacedYaml>? Items = null,
    IReadOnlyDictionary<string, PlacedYaml>? Members = null
)
{
    /// <summary>How much it would be if all that its aliases stand for were written out: its parts and their characters.</summary>
    public long Weight { get; } =
        1
        + (Text?.Length ?? 0)
        + (Items?.Sum(item => item.Weight) ?? 0)
        + (Members?.Sum(member => member.Key.Length + member.Value.Weight) ?? 0);

    /// <summary>Whether it is null, as after a key without a value.</summary>
    public bool IsNull => Text is null && Items is null && Members is null;

    /// <summary>A member.</summary>
    public PlacedYaml? this[string key] => Members?.GetValueOrDefault(key);

    /// <summary>What is one thing or a list of them, as a list; empty for null.</summary>
    public IReadOnlyList<PlacedYaml> AsList => Items ?? (IsNull ? [] : [this]);
}
