namespace IntegrationSuite.Migrations;

/// <summary>The stable codes of this library's errors; <c>docs/errors.md</c> lists them with what to do.</summary>
public static class MigrationCodes
{
    /// <summary>The folder does not exist or cannot be read.</summary>
    public const string FolderUnreadable = "SUITE620";

    /// <summary>A file's name is not of the grammar.</summary>
    public const string UnreadableName = "SUITE621";

    /// <summary>Two files of one version, or of one repeatable name.</summary>
    public const string Duplicate = "SUITE622";

    /// <summary>An undo file whose version has no <c>V</c> file.</summary>
    public const string UndoWithoutMigration = "SUITE623";

    /// <summary>A file was changed after it was applied.</summary>
    public const string Changed = "SUITE624";

    /// <summary>A file that was applied is gone.</summary>
    public const string Missing = "SUITE625";

    /// <summary>A pending file is older than the newest applied one.</summary>
    public const string OutOfOrder = "SUITE626";

    /// <summary>PostgreSQL refused a statement.</summary>
    public const string StatementFailed = "SUITE627";

    /// <summary>The text cannot be split into statements, or a statement would end the runner's transaction.</summary>
    public const string UnreadableSql = "SUITE628";

    /// <summary>A version that is to be undone has no <c>U</c> file.</summary>
    public const string NoUndo = "SUITE629";

    /// <summary>The version asked for is neither a file nor applied.</summary>
    public const string UnknownVersion = "SUITE630";

    /// <summary>Another runner held the lock for too long.</summary>
    public const string LockTimeout = "SUITE631";

    /// <summary>The database cannot be reached, refuses the login or does not exist.</summary>
    public const string Unreachable = "SUITE632";

    /// <summary>An index is invalid after the file that builds it.</summary>
    public const string InvalidIndex = "SUITE840";

    /// <summary>The connection string or address cannot be read.</summary>
    public const string BadAddress = "SUITE633";
}
