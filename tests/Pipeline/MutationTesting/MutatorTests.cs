using IntegrationSuite.MutationTesting.Mutators;
using IntegrationSuite.MutationTesting.Schemata;

namespace Pipeline.MutationTesting;

/// <summary>What mutants are made of a line.</summary>
[TestClass]
public sealed class MutatorTests
{
    [TestMethod]
    [DataRow("if (n < 3) return 1;", "boundary: n < 3 → n <= 3")]
    [DataRow("if (n >= 3) return 1;", "boundary: n >= 3 → n > 3")]
    [DataRow("if (n == 3) return 1;", "comparison: n == 3 → n != 3")]
    [DataRow("if (n == 3 && s.Length == 1) return 1;", "logic: n == 3 && s.Length == 1 → n == 3 || s.Length == 1")]
    [DataRow("if (!s.Contains('x')) return 1;", "logic: !s.Contains('x') → s.Contains('x')")]
    [DataRow("n = n - 1;", "arithmetic: n - 1 → n + 1")]
    [DataRow("n = 50;", "constant: 50 → 51")]
    [DataRow("s = \"a\";", "constant: \"a\" → \"\"")]
    [DataRow("s = s ?? \"a\";", "logic: s ?? \"a\" → \"a\"")]
    [DataRow("n = list.First();", "query: list.First() → list.Last()")]
    [DataRow("list = list.Where(x => x != 0).ToList();", "query: list.Where(x => x != 0) → list")]
    [DataRow("list = list.OrderBy(x => x).ToList();", "query: list.OrderBy(x => x) → list.OrderByDescending(x => x)")]
    [DataRow("s = s.Trim();", "text: s.Trim() → s")]
    [DataRow("if (s.StartsWith(t)) return 1;", "text: s.StartsWith(t) → s.EndsWith(t)")]
    [DataRow("if (string.IsNullOrEmpty(s)) return 1;", "text: string.IsNullOrEmpty(s) → string.IsNullOrWhiteSpace(s)")]
    [DataRow(
        "if (string.Equals(s, t, StringComparison.Ordinal)) return 1;",
        "text: StringComparison.Ordinal → StringComparison.OrdinalIgnoreCase"
    )]
    [DataRow("time = DateTime.UtcNow;", "date: DateTime.UtcNow → DateTime.Now")]
    [DataRow("list.Clear();", "statement: list.Clear(); → ")]
    [DataRow(
        "s = \"SELECT a FROM b WHERE c = $1 AND d = $2\";",
        "sql: \"SELECT a FROM b WHERE c = $1 AND d = $2\" → \"SELECT a FROM b WHERE c = $1\""
    )]
    [DataRow("s = \"SELECT a FROM b ORDER BY c DESC\";", "sql: \"SELECT a FROM b ORDER BY c DESC\" → \"SELECT a FROM b ORDER BY c\"")]
    [DataRow("n = list.FirstOrDefault()!;", "query: list.FirstOrDefault() → list.LastOrDefault()")]
    [DataRow("s = \"SELECT a FROM b FOR UPDATE\";", "sql: \"SELECT a FROM b FOR UPDATE\" → \"SELECT a FROM b\"")]
    [DataRow(
        "s = $\"UPDATE {t} SET a = 1 WHERE b IS NULL\";",
        "sql: $\"UPDATE {t} SET a = 1 WHERE b IS NULL\" → $\"UPDATE {t} SET a = 1 WHERE b IS NOT NULL\""
    )]
    public void A_line_has_this_mutant_among_others(string line, string expected) => CollectionAssert.Contains(AllOf(line), expected);

    [TestMethod]
    [DataRow("const int Most = 3;")]
    [DataRow("throw new ArgumentException(\"not so\");")]
    [DataRow("_ = nameof(Source);")]
    [DataRow("IReadOnlyList<int> Nothing() { return []; }")]
    [DataRow("FormattableString f = $\"SELECT a FROM b WHERE c = {n} AND d = 1\";")]
    [DataRow("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x < 3;")]
    public void What_a_switch_can_not_stand_in_has_no_mutant_but_the_whole_statement(string line) =>
        Assert.IsFalse(AllOf(line).Any(change => !change.StartsWith("statement", StringComparison.Ordinal)));

    private static List<string> AllOf(string line)
    {
        var project = new ProjectSources("Sample", [], [.. Framework()], [], "", false, "out", "obj", "/");
        var source = $$"""
            using System; using System.Linq; using System.Collections.Generic;
            class Source { int M(int n, string s, string t, List<int> list, DateTime time) {
            {{line}}
            return 0; } }
            """;
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source);
        var model = project.Compile().AddSyntaxTrees(tree).GetSemanticModel(tree);
        return
        [
            .. new MutableCode(model)
                .NodesOf(tree.GetRoot())
                .SelectMany(node => AllMutators.All.SelectMany(mutator => mutator.Of(node, model)))
                .Where(SwitchableChange.Is)
                .Where(change => tree.GetText().Lines.GetLinePosition(change.Node.SpanStart).Line == 2)
                .Select(change => $"{change.Kind}: {change.Node} → {change.Replacement}"),
        ];
    }

    private static IEnumerable<string> Framework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal));
}
