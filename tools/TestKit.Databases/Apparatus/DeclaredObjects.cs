using System.Text.RegularExpressions;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>What the statements of a migration say that they make: tables, columns, indexes, named constraints, views.</summary>
/// <param name="Kind">The first word of its line in the catalogue.</param>
/// <param name="Name">Its bare name.</param>
internal sealed partial record DeclaredObjects(string Kind, string Name)
{
    /// <summary>Those of a file that no later statement of it drops.</summary>
    public static IReadOnlyCollection<DeclaredObjects> Of(MigrationFile file)
    {
        var declared = new HashSet<DeclaredObjects>();
        foreach (var statement in SqlSplitter.Split(file.Sql).Select(statement => Comments().Replace(statement.Text, "")))
        {
            declared.UnionWith(
                Created()
                    .Matches(statement)
                    .Select(match => new DeclaredObjects(KindOf(match.Groups["kind"].Value), Bare(match.Groups["name"].Value)))
            );
            declared.UnionWith(Added().Matches(statement).Select(match => new DeclaredObjects("column", Bare(match.Groups["name"].Value))));
            declared.UnionWith(
                Constrained().Matches(statement).Select(match => new DeclaredObjects("constraint", Bare(match.Groups["name"].Value)))
            );
            var dropped = Dropped().Matches(statement).Select(match => Bare(match.Groups["name"].Value)).ToHashSet();
            declared.RemoveWhere(one => dropped.Contains(one.Name));
        }

        return declared;
    }

    /// <summary>The line of a catalogue is about it.</summary>
    public bool IsIn(string line) =>
        line.StartsWith(Kind + " ", StringComparison.Ordinal)
        && Regex.IsMatch(line, $@"(^|[\s.""]){Regex.Escape(Name)}([\s.""]|$)", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>As a person reads it.</summary>
    public override string ToString() => $"{Kind} {Name}";

    private static string KindOf(string word) => word.ToLowerInvariant();

    private static string Bare(string name) => name.Split('.')[^1].Trim('"');

    [GeneratedRegex("--[^\r\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"^CREATE\s+(OR\s+REPLACE\s+|UNIQUE\s+|UNLOGGED\s+)*(?<kind>TABLE|INDEX|VIEW|SEQUENCE|TYPE)\s+(CONCURRENTLY\s+)?(IF\s+NOT\s+EXISTS\s+)?(?<name>[\w.""]+)(\s|\(|;|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Created();

    [GeneratedRegex(@"\bADD\s+COLUMN\s+(IF\s+NOT\s+EXISTS\s+)?(?<name>[\w""]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Added();

    [GeneratedRegex(
        @"\bCONSTRAINT\s+(?<name>[\w""]+)\s+(CHECK|FOREIGN|UNIQUE|PRIMARY)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Constrained();

    [GeneratedRegex(
        @"\bDROP\s+(TABLE|INDEX|VIEW|COLUMN|CONSTRAINT|SEQUENCE|TYPE)\s+(CONCURRENTLY\s+)?(IF\s+EXISTS\s+)?(?<name>[\w.""]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dropped();
}
