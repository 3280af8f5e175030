using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>SQL in texts: a term of its condition, its order, its lock, its kind of join.</summary>
internal sealed partial class Sql : IMutator
{
    // Each takes the match's place.
    private static readonly (Regex From, string To)[] s_edits =
    [
        (OneTerm(), ""),
        (FirstTerm(), "WHERE "),
        (Descending(), ""),
        (Order(), ""),
        (Lock(), ""),
        (LeftJoin(), "JOIN"),
        (DistinctRows(), ""),
        (Either(), "AND"),
        (AtLeast(), ">"),
        (AtMost(), "<"),
        (IsNotNull(), "IS NULL"),
        (IsNull(), "IS NOT NULL"),
        (Conflict(), ""),
        (Offset(), ""),
        (Fallback(), "${first}"),
    ];

    /// <summary>Whether a text reads like SQL.</summary>
    public static bool IsSql(string text) => Statement().IsMatch(text);

    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression) ? Of(node, node.ToString()) : [];

    private static IEnumerable<Change> Of(SyntaxNode node, string text) =>
        IsSql(text)
            ? s_edits.SelectMany(edit =>
                edit.From.Matches(text)
                    .Select(match => new Change(
                        node,
                        text[..match.Index] + match.Result(edit.To) + text[(match.Index + match.Length)..],
                        MutatorKinds.Sql,
                        match.Index
                    ))
            )
            : [];

    [GeneratedRegex(@"\bSELECT\b[\s\S]*\bFROM\b|\bINSERT INTO\b|\bUPDATE\s+\S+[\s\S]*\bSET\b|\bDELETE FROM\b|\bWHERE\b|\bORDER BY\b")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\s+AND\s+[^()""\n]+?(?=\s+(?:AND|OR|ORDER|LIMIT|RETURNING|FOR|GROUP)\b|\s*[""\n)])")]
    private static partial Regex OneTerm();

    [GeneratedRegex(@"\bWHERE\s+[^()""\n]+?\s+AND\s+")]
    private static partial Regex FirstTerm();

    [GeneratedRegex(@"\s+DESC\b")]
    private static partial Regex Descending();

    [GeneratedRegex(@"\s*\bORDER BY\s+[^()""\n]+?(?=\s+(?:LIMIT|OFFSET|FOR)\b|\s*[""\n)])")]
    private static partial Regex Order();

    [GeneratedRegex(@"\s+FOR (?:NO KEY )?(?:UPDATE|SHARE|KEY SHARE)\b")]
    private static partial Regex Lock();

    [GeneratedRegex(@"\bLEFT (?:OUTER )?JOIN\b(?! LATERAL)")]
    private static partial Regex LeftJoin();

    [GeneratedRegex(@"\bDISTINCT\s+(?!ON\b)(?=\w)")]
    private static partial Regex DistinctRows();

    [GeneratedRegex(@"\bOR\b")]
    private static partial Regex Either();

    [GeneratedRegex(@">=")]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"<=")]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\bIS NOT NULL\b")]
    private static partial Regex IsNotNull();

    [GeneratedRegex(@"\bIS NULL\b")]
    private static partial Regex IsNull();

    [GeneratedRegex(@"\s*\bON CONFLICT\b[^""\n]*?(?=\s+RETURNING\b|\s*[""\n])")]
    private static partial Regex Conflict();

    [GeneratedRegex(@"\s+OFFSET\s+\S+?(?=[\s""])")]
    private static partial Regex Offset();

    [GeneratedRegex(@"\bCOALESCE\((?<first>[^(),]+),[^()]+\)", RegexOptions.IgnoreCase)]
    private static partial Regex Fallback();
}
