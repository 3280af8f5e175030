using System.Globalization;

namespace Migrations.Files;

/// <summary>A version: numbers between dots, compared part by part as numbers, so that <c>2</c> is before <c>10</c> and <c>1</c> equals <c>01</c>. As in Evolve, <c>1</c> is before <c>1.0</c>.</summary>
public sealed class MigrationVersion : IComparable<MigrationVersion>, IEquatable<MigrationVersion>
{
    private readonly long[] _parts;

    private MigrationVersion(string label, long[] parts)
    {
        Label = label;
        _parts = parts;
    }

    /// <summary>Before every version: nothing applied.</summary>
    public static MigrationVersion Zero { get; } = new("0", [0]);

    /// <summary>As written, with dots: what <c>changelog.version</c> holds.</summary>
    public string Label { get; }

    /// <summary>Reads <c>1</c>, <c>1.2</c> or <c>1_2</c>.</summary>
    public static bool TryParse(string? text, out MigrationVersion version)
    {
        version = Zero;
        var label = (text ?? "").Replace('_', '.');
        var words = label.Split('.');
        var parts = new long[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!long.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                return false;
            }
        }

        version = new MigrationVersion(label, parts);
        return label.Length <= 50;
    }

    /// <inheritdoc/>
    public int CompareTo(MigrationVersion? other) => other is null ? 1 : _parts.AsSpan().SequenceCompareTo(other._parts);

    /// <inheritdoc/>
    public bool Equals(MigrationVersion? other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MigrationVersion);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in _parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <summary>The label.</summary>
    public override string ToString() => Label;

    public static bool operator ==(MigrationVersion? left, MigrationVersion? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(MigrationVersion? left, MigrationVersion? right) => !(left == right);

    public static bool operator <(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) >= 0;
}
