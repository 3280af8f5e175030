namespace IntegrationSuite.Migrations.Sql;

/// <summary>A script cannot be split into statements.</summary>
/// <param name="message">What is not closed.</param>
/// <param name="offset">Where it was opened, in UTF-16 units from 0.</param>
public sealed class SqlSyntaxException(string message, int offset) : FormatException(message)
{
    /// <summary>Where it was opened.</summary>
    public int Offset { get; } = offset;
}
