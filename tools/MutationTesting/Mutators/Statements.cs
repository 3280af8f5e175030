using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>A statement that is left out.</summary>
internal sealed class Statements : IMutator
{
    public IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) =>
        node is StatementSyntax statement && CanGo(statement) ? [new Change(statement, "", MutatorKinds.Statement)] : [];

    private static bool CanGo(StatementSyntax statement) =>
        statement switch
        {
            ExpressionStatementSyntax => true,
            ThrowStatementSyntax => statement.Parent is BlockSyntax { Parent: IfStatementSyntax },
            BreakStatementSyntax or ContinueStatementSyntax => !statement.Ancestors().OfType<SwitchSectionSyntax>().Any(),
            YieldStatementSyntax => statement.IsKind(SyntaxKind.YieldReturnStatement),
            _ => false,
        };
}
