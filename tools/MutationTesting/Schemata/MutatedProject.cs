using System.Globalization;
using System.Text;
using IntegrationSuite.MutationTesting.Mutants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Writes a project's sources with all mutants in them, one switch each.</summary>
internal static class MutatedProject
{
    /// <summary>Writes the sources, the switch, and the list of mutants.</summary>
    /// <returns>The source files to compile instead.</returns>
    public static IReadOnlyList<string> Write(ProjectSources project)
    {
        var original = project.Compile();
        var finder = new MutantFinder(project.Assembly, project.Root);
        var planned = original
            .SyntaxTrees.Where(tree => project.IsWritten(tree.FilePath))
            .ToDictionary(tree => tree, tree => finder.In(tree, original.GetSemanticModel(tree)).ToList());
        var mutated = RemoveBroken(original.AddSyntaxTrees(Switch(project, Last(planned))), planned);
        Directory.CreateDirectory(project.Output);
        MutantFile.Write(
            Path.Combine(project.Output, ProjectSources.MutantsFile),
            [.. planned.Values.SelectMany(Mutants).OrderBy(mutant => mutant.Number)]
        );
        return [.. mutated.SyntaxTrees.Select((tree, index) => WriteSource(project, tree, index))];
    }

    private static IEnumerable<Mutant> Mutants(List<PlannedChange> changes) => changes.Select(each => each.Mutant);

    private static int Last(Dictionary<SyntaxTree, List<PlannedChange>> planned) =>
        planned.Values.SelectMany(Mutants).Select(mutant => mutant.Number).DefaultIfEmpty().Max();

    // What is left out frees what stood around it: until no error is a mutant's.
    private static CSharpCompilation RemoveBroken(CSharpCompilation original, Dictionary<SyntaxTree, List<PlannedChange>> planned)
    {
        var check = new CompileCheck(original);
        while (true)
        {
            var mutated = planned.Aggregate(original, (all, file) => all.ReplaceSyntaxTree(file.Key, WithSwitches(file.Key, file.Value)));
            var broken = check.BrokenIn(mutated);
            if (broken.Count == 0)
            {
                return mutated;
            }

            foreach (var changes in planned.Values)
            {
                changes.RemoveAll(each => broken.Contains(each.Mutant.Number));
            }
        }
    }

    private static SyntaxTree WithSwitches(SyntaxTree tree, List<PlannedChange> changes)
    {
        var byNode = changes
            .Where(each => each.Mutant.Reason is null)
            .GroupBy(each => each.Change.Node)
            .ToDictionary(node => node.Key, node => node.ToList());
        return tree.WithRootAndOptions(new SwitchWriter(byNode).Visit(tree.GetRoot())!, tree.Options);
    }

    private static SyntaxTree Switch(ProjectSources project, int last)
    {
        using var reader = new StreamReader(typeof(MutatedProject).Assembly.GetManifestResourceStream("Mutant.cs")!);
        var source = reader
            .ReadToEnd()
            .Replace("$assembly$", project.Assembly, StringComparison.Ordinal)
            .Replace("$count$", last.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return CSharpSyntaxTree.ParseText(source, project.Options, Path.Combine(project.Output, "Mutant.cs"), Encoding.UTF8);
    }

    private static string WriteSource(ProjectSources project, SyntaxTree tree, int index)
    {
        if (!project.IsWritten(tree.FilePath))
        {
            return tree.FilePath;
        }

        var file = Path.Combine(project.Output, $"{index}.{Path.GetFileName(tree.FilePath)}");
        File.WriteAllText(file, tree.GetRoot().ToFullString(), Encoding.UTF8);
        return file;
    }
}
