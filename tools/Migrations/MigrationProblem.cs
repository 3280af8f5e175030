namespace IntegrationSuite.Migrations;

/// <summary>An error for the person who meets it.</summary>
/// <param name="Code">One of <see cref="MigrationCodes"/>.</param>
/// <param name="Message">What happened and what to do next.</param>
/// <param name="File">The absolute path of the file that it is about.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Column">The column in it, from 1.</param>
public sealed record MigrationProblem(string Code, string Message, string? File = null, int? Line = null, int? Column = null)
{
    /// <summary>MSBuild's canonical form.</summary>
    public override string ToString()
    {
        var origin =
            File is null ? "migrations"
            : Line is null ? File
            : $"{File}({Line},{Column ?? 1})";
        return $"{origin}: error {Code}: {Message}";
    }
}
