using Migrations.Files;
using Migrations.Sql;

namespace TestKit.Databases.Proofs;

/// <summary>Puts a statement of its own into a file.</summary>
internal static class Interruption
{
    /// <summary>The file's text with a statement before the n-th of its own; after the last for their number.</summary>
    public static string Before(MigrationFile file, IReadOnlyList<SqlStatement> statements, int n, string statement)
    {
        // The line break ends a comment, the semicolon a last statement that has none; an empty statement is none.
        var at = n < statements.Count ? file.OriginOf(statements[n].Offset) : file.Content.Length;
        return $"{file.Content[..at]}\n;{statement};\n{file.Content[at..]}";
    }
}
