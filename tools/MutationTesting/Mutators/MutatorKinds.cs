namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>The kinds of mutants, as reports name them.</summary>
internal static class MutatorKinds
{
    public const string Boundary = "boundary";
    public const string Comparison = "comparison";
    public const string Arithmetic = "arithmetic";
    public const string Logic = "logic";
    public const string Condition = "condition";
    public const string Constant = "constant";
    public const string Query = "query";
    public const string Text = "text";
    public const string Result = "result";
    public const string Statement = "statement";
    public const string Date = "date";
    public const string Pattern = "pattern";
    public const string Sql = "sql";
}
