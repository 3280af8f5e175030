using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>Finds the mutants that do not compile: they are left out.</summary>
/// <param name="original">The sources without mutants. What is wrong with them too is no mutant's fault: what source generators write is not there.</param>
internal sealed class CompileCheck(CSharpCompilation original)
{
    private readonly HashSet<string> _known = [.. ErrorsOf(original).Select(KeyOf)];

    /// <summary>The numbers of those that the compiler's errors lie in.</summary>
    public IReadOnlySet<int> BrokenIn(CSharpCompilation mutated) =>
        ErrorsOf(mutated).Where(error => !_known.Contains(KeyOf(error))).SelectMany(MutantsAt).ToHashSet();

    private static IEnumerable<Diagnostic> ErrorsOf(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource);

    private static string KeyOf(Diagnostic error) =>
        $"{error.Id} {error.Location.SourceTree?.FilePath} {error.GetMessage(CultureInfo.InvariantCulture)}";

    private static IEnumerable<int> MutantsAt(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        // An error beside a switch comes of it: a variable is no longer certain to be assigned, a type can't be told.
        return node.AncestorsAndSelf().Select(NumberOf).FirstOrDefault(number => number is not null) is { } number
            ? [number]
            : Nearest(node);
    }

    private static IEnumerable<int> Nearest(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .Where(IsCode)
            .Select(each => each.DescendantNodesAndSelf().Where(part => CanBreak(part, each)).Select(NumberOf).OfType<int>().ToList())
            .FirstOrDefault(numbers => numbers.Count > 0)
        ?? [];

    // Beyond its own statement only a statement that is left out does harm: it assigned a variable, or returned.
    private static bool CanBreak(SyntaxNode part, SyntaxNode around) => around is not BlockSyntax || part is IfStatementSyntax;

    // No class: an error of its own would cost it all its mutants.
    private static bool IsCode(SyntaxNode node) =>
        node is StatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax;

    private static int? NumberOf(SyntaxNode node) =>
        node.GetAnnotations(SwitchWriter.Mark).FirstOrDefault()?.Data is { } data ? int.Parse(data, CultureInfo.InvariantCulture) : null;
}
