using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MutationTesting.Schemata;

/// <summary>Finds the mutants that do not compile: they are left out.</summary>
internal static class CompileCheck
{
    /// <summary>The numbers of those that the compiler's errors lie in. Errors elsewhere are not theirs: what source generators write is not there.</summary>
    public static IReadOnlySet<int> BrokenIn(CSharpCompilation compilation) =>
        compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource)
            .SelectMany(MutantsAt)
            .ToHashSet();

    private static IEnumerable<int> MutantsAt(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        // An error beside a switch comes of it: a variable is no longer certain to be assigned, a type can't be told.
        return node.AncestorsAndSelf()
            .Select(NumberOf)
            .OfType<int>()
            .Take(1)
            .DefaultIfEmpty()
            .SelectMany(number => number > 0 ? [number] : Nearest(node));
    }

    private static IEnumerable<int> Nearest(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .Where(each => each is StatementSyntax or MemberDeclarationSyntax)
            .Select(each => each.DescendantNodesAndSelf().Select(NumberOf).OfType<int>().ToList())
            .FirstOrDefault(numbers => numbers.Count > 0)
        ?? [];

    private static int? NumberOf(SyntaxNode node) =>
        node.GetAnnotations(SwitchWriter.Mark).FirstOrDefault()?.Data is { } data ? int.Parse(data, CultureInfo.InvariantCulture) : null;
}
