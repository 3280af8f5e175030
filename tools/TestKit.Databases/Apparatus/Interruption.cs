using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Puts a statement of its own into a file, or leaves one of the file's out.</summary>
internal static class Interruption
{
    /// <summary>The file's text with a statement before the n-th of its own; after the last for their number.</summary>
    public static string Before(MigrationFile file, IReadOnlyList<SqlStatement> statements, int n, string statement)
    {
        // The line break ends a comment, the semicolon a last statement that has none; an empty statement is none.
        var at = n < statements.Count ? statements[n].Offset : file.Sql.Length;
        return $"{file.Sql[..at]}\n;{statement};\n{file.Sql[at..]}";
    }

    /// <summary>The file's text without one of its statements.</summary>
    public static string Without(MigrationFile file, SqlStatement statement) =>
        file.Sql[..statement.Offset] + file.Sql[(statement.Rows?.End ?? statement.Offset + statement.Text.Length)..];
}
