using System.Diagnostics;
using System.Reflection;
using IntegrationSuite.MutationTesting.Mutants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.MutationTesting;

/// <summary>All mutants in one assembly, each behind its switch.</summary>
[TestClass]
public sealed class SchemataTests
{
    private const string Source = """
        #nullable enable
        using System; using System.Linq; using System.Collections.Generic;
        public static class Source
        {
            private static readonly int Most = 3 * 7;
            public static string Run(int n, string text)
            {
                var list = text.Split(' ').Select(word => word.Trim()).Where(word => word.Length > 0).ToList();
                if (n > 2 && list.Count >= n)
                {
                    list.Reverse();
                }
                var sum = 0;
                for (var i = 0; i < list.Count; i++)
                {
                    sum = sum + list[i].Length * n - 1;
                }
                if (int.TryParse(text, out var number) && number < Most)
                {
                    return "number " + number;
                }
                return $"{list.OrderBy(word => word).FirstOrDefault()?.ToUpperInvariant() ?? "none"} {Kind(n)} {sum}";
            }
            private static string Kind(int n) =>
                n switch
                {
                    < 0 => "negative",
                    0 => "nothing",
                    _ => n % 2 == 0 ? "even" : "odd",
                };
        }
        """;

    private static readonly (int, string)[] s_inputs =
    [
        (0, ""),
        (2, "b a"),
        (3, "c a b"),
        (3, " one  two three four "),
        (-1, "x"),
        (5, "20"),
        (5, "21"),
        (4, "zwei eins"),
    ];

    [TestMethod]
    public void Each_mutant_behind_its_switch_does_what_it_does_when_it_is_compiled_alone()
    {
        using var project = new SourceProject(Source);
        var together = Load(project, [.. project.Written.Select(File.ReadAllText)]);
        Assert.IsGreaterThanOrEqualTo(12, project.Mutants.Count);
        foreach (var mutant in project.Mutants.Where(mutant => !mutant.OfProcess))
        {
            var alone = Load(project, [Apply(mutant)]);
            Assert.AreEqual(Results(alone), With(mutant, () => Results(together)), $"{mutant.Original} → {mutant.Replacement}");
        }
    }

    [TestMethod]
    public void Without_a_mutant_all_is_as_it_was()
    {
        using var project = new SourceProject(Source);
        Assert.AreEqual(Results(Load(project, [Source])), Results(Load(project, [.. project.Written.Select(File.ReadAllText)])));
    }

    [TestMethod]
    public void Most_mutants_make_a_difference()
    {
        using var project = new SourceProject(Source);
        var together = Load(project, [.. project.Written.Select(File.ReadAllText)]);
        var sound = Results(together);
        var judged = project.Mutants.Where(mutant => !mutant.OfProcess).ToList();
        Assert.IsGreaterThan(judged.Count * 3 / 4, judged.Count(mutant => With(mutant, () => Results(together)) != sound));
    }

    [TestMethod]
    public void What_is_worked_out_once_for_all_requests_is_not_switched_by_one_of_them()
    {
        using var project = new SourceProject(Source);
        Assert.AreEqual("3 * 7", project.Mutants.Single(mutant => mutant.OfProcess).Original);
    }

    [TestMethod]
    public void A_mutant_keeps_its_id_when_other_lines_come_before_it()
    {
        using var before = new SourceProject(Source);
        using var after = new SourceProject(
            Source.Replace(
                "public static class",
                "public static class Other { public static int One(int n) { return n + 1; } }\npublic static class",
                StringComparison.Ordinal
            )
        );
        CollectionAssert.IsSubsetOf(
            before.Mutants.Select(mutant => mutant.Id).ToList(),
            after.Mutants.Select(mutant => mutant.Id).ToList()
        );
    }

    [TestMethod]
    public void A_class_with_a_generated_member_has_its_mutants_and_its_pattern_some_of_its_own()
    {
        using var project = new SourceProject(
            """
            using System.Text.RegularExpressions;
            public static partial class Words
            {
                public static bool IsWord(string text) => text.Length < 9 && Word().IsMatch(text);

                [GeneratedRegex(@"^\p{L}+$")]
                private static partial Regex Word();

                public static bool IsCapital(string text) =>
                    Word().IsMatch(text);
            }
            """
        );
        CollectionAssert.IsSubsetOf(new[] { "pattern" }, project.Mutants.Select(mutant => mutant.Kind).ToList());
        Assert.HasCount(2, project.Mutants.Select(mutant => mutant.Start.Line).Distinct().ToList());
    }

    [TestMethod]
    public void A_mutant_that_does_not_compile_is_left_out_and_the_others_stay()
    {
        using var project = new SourceProject(
            """
            public static class Source
            {
                public static int Run(int n)
                {
                    int last;
                    last = n;
                    System.Console.Write(last);
                    return n + 1;
                }
            }
            """
        );
        CollectionAssert.DoesNotContain(project.Mutants.Select(mutant => mutant.Original).ToList(), "last = n;");
        CollectionAssert.Contains(project.Mutants.Select(mutant => mutant.Original).ToList(), "n + 1");
    }

    [TestMethod]
    public void A_comment_with_a_reason_takes_a_line_out()
    {
        using var project = new SourceProject(
            Source.Replace("list.Reverse();", "list.Reverse(); // no mutants: either order will do", StringComparison.Ordinal)
        );
        var ignored = project.Mutants.Single(mutant => mutant.Original == "list.Reverse();");
        Assert.AreEqual("either order will do", ignored.Reason);
        Assert.IsFalse(
            project.Written.Any(file => File.ReadAllText(file).Contains($"Mutant.Is({ignored.Number})", StringComparison.Ordinal))
        );
    }

    private static string Apply(Mutant mutant)
    {
        var lines = Source.Split('\n');
        var start = lines.Take(mutant.Start.Line - 1).Sum(line => line.Length + 1) + mutant.Start.Column - 1;
        var replacement = mutant.Replacement.Length == 0 ? ";" : $"({mutant.Replacement})";
        return Source[..start] + replacement + Source[(start + mutant.Original.Length)..];
    }

    private static string With(Mutant mutant, Func<string> run)
    {
        using var activity = new Activity("request").SetBaggage("suite-mutant", mutant.Name).Start();
        return run();
    }

    private static string Results(Func<int, string, string> run) =>
        string.Join('\n', s_inputs.Select(input => Result(run, input.Item1, input.Item2)));

    private static string Result(Func<int, string, string> run, int n, string text)
    {
        try
        {
            return run(n, text);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or DivideByZeroException)
        {
            return e.GetType().Name;
        }
    }

    private static Func<int, string, string> Load(SourceProject project, IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "Loaded" + Guid.NewGuid().ToString("N"),
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            project.Sources.References.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.IsTrue(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(assembly.ToArray()).GetType("Source")!.GetMethod("Run")!.CreateDelegate<Func<int, string, string>>();
    }
}
