namespace IntegrationSuite.Migrations;

/// <summary>A migration cannot be done; carries one or more <see cref="MigrationProblem"/>s.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Several problems, the first first.</summary>
    public MigrationException(IReadOnlyList<MigrationProblem> problems, Exception? inner = null)
        : base(string.Join(Environment.NewLine, problems), inner) => Problems = problems;

    /// <summary>One problem.</summary>
    public MigrationException(MigrationProblem problem, Exception? inner = null)
        : this([problem], inner) { }

    /// <summary>The problems, at least one.</summary>
    public IReadOnlyList<MigrationProblem> Problems { get; }
}
