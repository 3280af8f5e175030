namespace Pipeline.Migrations.Planted;

/// <summary>Migrations without a fault.</summary>
internal static class SoundFolder
{
    public const string V1 = "V1__create_notes.sql";
    public const string U1 = "U1__create_notes.sql";
    public const string V2 = "V2__say_when.sql";
    public const string U2 = "U2__say_when.sql";
    public const string V3 = "V3__find_by_title.sql";
    public const string U3 = "U3__find_by_title.sql";
    public const string Expect2 = "expect2.sql";
    public const string R = "R__starred.sql";

    public const string AddSaidAt =
        "ALTER TABLE notes ADD COLUMN said_at date;\nUPDATE notes SET said_at = '2024-01-31' WHERE said_at IS NULL;\n";
    public const string DropSaidAt = "ALTER TABLE notes DROP COLUMN said_at;\n";
    public const string BuildIndex =
        "-- evolve-tx-off\nDROP INDEX CONCURRENTLY IF EXISTS notes_title;\nCREATE INDEX CONCURRENTLY notes_title ON notes (title);\n";
    public const string DropIndex = "DROP INDEX notes_title;\n";

    private static readonly Dictionary<string, string> s_files = new()
    {
        [V1] =
            "CREATE TABLE notes (id int PRIMARY KEY, title text NOT NULL CHECK (title <> ''), stars int NOT NULL DEFAULT 0 CHECK (stars >= 0));\n",
        [U1] = "-- data-loss: all notes.\nDROP VIEW IF EXISTS starred;\nDROP TABLE notes;\n",
        [V2] = AddSaidAt,
        [U2] = DropSaidAt,
        [Expect2] =
            "-- Said on that day. Where there is no column, other rules find that.\nSELECT id FROM notes n WHERE to_jsonb(n) -> 'said_at' <> '\"2024-01-31\"';\n",
        [V3] = BuildIndex,
        [U3] = DropIndex,
        [R] = "CREATE OR REPLACE VIEW starred AS SELECT id, title FROM notes WHERE stars > 0;\n",
    };

    /// <summary>Writes it, with what a fault changes.</summary>
    public static void WriteTo(ScratchFolder folder, Plant? plant = null)
    {
        foreach (var (name, text) in s_files.Where(file => plant is null || plant.Files.GetValueOrDefault(file.Key, "") is not null))
        {
            folder.With(name, text);
        }

        foreach (var (name, text) in plant?.Files ?? [])
        {
            if (text is null)
            {
                folder.Without(name);
            }
            else
            {
                folder.With(name, text);
            }
        }

        if (plant?.Bytes is { } bytes)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, plant.Found[0].File), bytes);
        }
    }
}
