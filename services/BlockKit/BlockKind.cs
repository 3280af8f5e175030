namespace BlockKit;

/// <summary>What one service's blocks are: its first path segment, its name in operation ids, and what a template may place.</summary>
/// <param name="Path">Such as <c>caseblock</c>: the operations stand under <c>/caseblock</c>.</param>
/// <param name="Name">Such as <c>CaseBlock</c>: operation ids hold it.</param>
/// <param name="FormatOperation">The operation that an approved template is for, such as <c>FormatCaption</c>.</param>
/// <param name="Placeholders">The names that a layout line may write as <c>{{name}}</c>.</param>
public sealed record BlockKind(string Path, string Name, string FormatOperation, IReadOnlyList<string> Placeholders);
