using EvolveDb.Metadata;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.Migrations.Files;

/// <summary>A migration as it stands in its folder: one of Evolve's scripts, and where it was read from.</summary>
public sealed class MigrationFile : MigrationScript
{
    /// <summary>The first line of a file that runs outside of a transaction.</summary>
    internal const string Detached = "-- evolve-tx-off";

    private readonly FilledText _filled;
    private readonly int _added;

    /// <summary>A file of a name and a text.</summary>
    /// <param name="name">What its name says.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="text">Its text, without byte order mark.</param>
    /// <param name="values">What is replaced in it (<c>${name}</c>), and by what.</param>
    /// <param name="format">Whose file it is.</param>
    internal MigrationFile(MigrationName name, string path, string text, IReadOnlyDictionary<string, string> values, MigrationFormat format)
        : this(name, path, text, format.Adapt(text), values) { }

    private MigrationFile(MigrationName name, string path, string text, string adapted, IReadOnlyDictionary<string, string> values)
        : base(
            name.Version?.Label,
            name.Description,
            System.IO.Path.GetFileName(path),
            adapted,
            name.Kind == MigrationKind.Repeatable ? MetadataType.RepeatableMigration : MetadataType.Migration
        ) => (Kind, Path, Text, _filled, _added) = (name.Kind, path, text, FilledText.Of(adapted, values), adapted.Length - text.Length);

    /// <summary>What it is for.</summary>
    public MigrationKind Kind { get; }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Its text as it stands in the file.</summary>
    public string Text { get; }

    /// <summary>What runs: its text with the values of the placeholders. <see cref="MigrationScript.Content"/> is without them, and the checksum is of it; it is <see cref="Text"/>, unless another tool's file has to be adapted.</summary>
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

    /// <summary>Where a place of <see cref="Sql"/> is in <see cref="Text"/>; within a value, where its placeholder begins.</summary>
    /// <param name="offset">The place, in UTF-16 units from 0.</param>
    internal int OriginOf(int offset) => Math.Max(0, _filled.OriginOf(offset) - _added);
}
