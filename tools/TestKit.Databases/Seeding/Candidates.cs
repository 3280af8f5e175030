using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>Values that a column might take, the likeliest first. PostgreSQL itself is the judge of which it takes.</summary>
internal static partial class Candidates
{
    private static readonly string[] s_texts =
    [
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "someone@example.org",
        "https://example.org/",
        "2024-01-31",
        "12345",
        "x",
        "",
    ];

    /// <summary>Of a column, for the n-th row of its table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="n">The row's number: neighbours get different values where they can.</param>
    public static IReadOnlyList<string?> Of(Table table, Column column, int n)
    {
        var definitions = string.Join(
            ' ',
            table.Checks.Where(check => check.Columns.Contains(column.Name)).Select(check => check.Definition)
        );
        IEnumerable<string?> values = column.Labels.Count > 0 ? Turned(column.Labels, n) : OfType(column, definitions, n);
        return
        [
            .. column.IsNullable
                ? n % 3 == 2
                    ? values.Prepend(null)
                    : values.Append(null)
                : values,
        ];
    }

    private static IEnumerable<string> OfType(Column column, string definitions, int n)
    {
        var type = column.Type.Split('(')[0];
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return OfType(column with { Type = type[..^2] }, definitions, n)
                .Select(element => $"{{\"{element.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}")
                .Append("{}");
        }

        return type switch
        {
            "uuid" => [Guid.NewGuid().ToString()],
            "text" or "character varying" or "character" or "citext" =>
            [
                .. definitions.Length == 0 ? [$"{column.Name} {n}"] : Turned(Words(definitions), n),
                $"{column.Name} {n}",
                .. s_texts,
            ],
            "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" =>
            [
                Number(n + 1),
                .. Numbers(definitions),
                "0",
                "-1",
                "1000000",
                "32767",
            ],
            "boolean" => n % 2 == 0 ? ["true", "false"] : ["false", "true"],
            "timestamp with time zone" or "timestamp without time zone" or "date" =>
            [
                $"2024-05-{(n % 28) + 1:00} 10:20:30.456789+00",
                "2030-01-01",
                "1999-01-01",
            ],
            "time without time zone" or "time with time zone" => ["10:20:30"],
            "interval" => ["1 day"],
            "jsonb" or "json" => [$"{{\"key\": {n}}}", $"[{{\"key\": {n}}}]", "{}", "[]", "\"text\"", "1"],
            "bytea" => [$"\\x00ff{n:x4}", "\\x"],
            "inet" or "cidr" => [$"10.0.0.{(n % 250) + 1}"],
            _ => [],
        };
    }

    private static IEnumerable<string> Turned(IReadOnlyList<string> values, int n) =>
        values.Skip(n % Math.Max(values.Count, 1)).Concat(values.Take(n % Math.Max(values.Count, 1)));

    private static List<string> Words(string definitions) =>
        [
            .. Quoted()
                .Matches(definitions)
                .Select(match => match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal))
                .Where(word => word.Length > 0),
        ];

    private static IEnumerable<string> Numbers(string definitions) =>
        Digits()
            .Matches(definitions)
            .Select(match => long.Parse(match.Value, CultureInfo.InvariantCulture))
            .SelectMany(value => new[] { Number(value), Number(value + 1), Number(value - 1) });

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("'((?:[^']|'')*)'::")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[0-9]{1,17}\b")]
    private static partial Regex Digits();
}
