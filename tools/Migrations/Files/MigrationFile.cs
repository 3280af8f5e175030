using EvolveDb.Metadata;
using EvolveDb.Migration;

namespace Migrations.Files;

/// <summary>A migration as it stands in its folder: one of Evolve's scripts, and where it was read from.</summary>
public sealed class MigrationFile : MigrationScript
{
    /// <summary>A file of a name and a text.</summary>
    /// <param name="name">What its name says.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="text">Its text, without byte order mark.</param>
    internal MigrationFile(MigrationName name, string path, string text)
        : base(
            name.Version?.Label,
            name.Description,
            System.IO.Path.GetFileName(path),
            text,
            name.Kind == MigrationKind.Repeatable ? MetadataType.RepeatableMigration : MetadataType.Migration
        ) => (Kind, Path) = (name.Kind, path);

    /// <summary>What it is for.</summary>
    public MigrationKind Kind { get; }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }
}
