using System.Security.Cryptography;
using System.Text;
using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.MutationTesting.Mutators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Finds the mutants of a project's sources: one a line, as Petrović and Ivanković found to be enough (State of Mutation Testing at Google, 2018).</summary>
/// <param name="assembly">The assembly's name.</param>
/// <param name="folder">The manifest's: what sources are named from.</param>
internal sealed class MutantFinder(string assembly, string folder)
{
    private readonly Dictionary<string, int> _twins = [];
    private int _last;

    /// <summary>Those of one file, in the order of its lines.</summary>
    public IReadOnlyList<PlannedChange> In(SyntaxTree tree, SemanticModel model)
    {
        var text = tree.GetText();
        return
        [
            .. new MutableCode(model)
                .NodesOf(tree.GetRoot())
                .SelectMany(node => AllMutators.All.SelectMany(mutator => mutator.Of(node, model)))
                .Where(SwitchableChange.Is)
                .GroupBy(change => text.Lines.GetLineFromPosition(change.Node.SpanStart + change.Offset).LineNumber)
                .OrderBy(line => line.Key)
                .Select(line => Plan(tree.FilePath, text, line.Key, Choose(text.Lines[line.Key].ToString(), line))),
        ];
    }

    // By chance, but the same as long as the line is the same. A constant says least: where there is more, it is left.
    private static Change Choose(string line, IEnumerable<Change> changes) =>
        changes
            .OrderBy(change => change.Kind == MutatorKinds.Constant)
            .ThenBy(change => Hash(line.Trim(), change.Kind, change.Replacement), StringComparer.Ordinal)
            .First();

    private PlannedChange Plan(string file, SourceText text, int line, Change change)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        var id = Hash(name, text.Lines[line].ToString().Trim(), change.Kind, change.Replacement)[..12];
        var twin = _twins[id] = _twins.GetValueOrDefault(id) + 1;
        var mutant = new Mutant(
            assembly,
            ++_last,
            twin == 1 ? id : $"{id}-{twin}",
            name,
            At(text, change.Node.SpanStart),
            At(text, change.Node.Span.End),
            change.Kind,
            change.Node.ToString(),
            change.Replacement,
            MutableCode.IsOfProcess(change.Node),
            Suppression.ReasonOf(text, line)
        );
        return new PlannedChange(change, mutant);
    }

    private static Place At(SourceText text, int position)
    {
        var place = text.Lines.GetLinePosition(position);
        return new Place(place.Line + 1, place.Character + 1);
    }

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}
