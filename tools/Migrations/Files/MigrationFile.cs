using EvolveDb.Metadata;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.Migrations.Files;

/// <summary>A migration as it stands in its folder: one of Evolve's scripts, and where it was read from.</summary>
public sealed class MigrationFile : MigrationScript
{
    private readonly FilledText _filled;

    /// <summary>A file of a name and a text.</summary>
    /// <param name="name">What its name says.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="text">Its text, without byte order mark.</param>
    /// <param name="values">What is replaced in it (<c>${name}</c>), and by what.</param>
    internal MigrationFile(MigrationName name, string path, string text, IReadOnlyDictionary<string, string> values)
        : base(
            name.Version?.Label,
            name.Description,
            System.IO.Path.GetFileName(path),
            text,
            name.Kind == MigrationKind.Repeatable ? MetadataType.RepeatableMigration : MetadataType.Migration
        ) => (Kind, Path, _filled) = (name.Kind, path, FilledText.Of(text, values));

    /// <summary>What it is for.</summary>
    public MigrationKind Kind { get; }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>What runs: its text with the values of the placeholders. <see cref="MigrationScript.Content"/> is the text as it stands in the file, which the checksum is of.</summary>
    public string Sql => _filled.Text;

    /// <summary>It holds nothing but blanks and comments.</summary>
    public bool IsEmpty
    {
        get
        {
            try
            {
                return SqlSplitter.Split(Sql).Count == 0;
            }
            catch (SqlSyntaxException)
            {
                return false;
            }
        }
    }

    /// <summary>Where a place of <see cref="Sql"/> is in the file; within a value, where its placeholder begins.</summary>
    /// <param name="offset">The place, in UTF-16 units from 0.</param>
    internal int OriginOf(int offset) => _filled.OriginOf(offset);
}
