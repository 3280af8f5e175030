namespace IntegrationSuite.Migrations.Files;

/// <summary>What a file is for, by the first letter of its name.</summary>
public enum MigrationKind
{
    /// <summary><c>V1__create_templates.sql</c>: once, in the order of the versions.</summary>
    Versioned,

    /// <summary><c>R__search_view.sql</c>: after the versions, again whenever its text changes.</summary>
    Repeatable,

    /// <summary><c>U1__create_templates.sql</c>: takes version 1 back. Not in Evolve.</summary>
    Undo,
}
