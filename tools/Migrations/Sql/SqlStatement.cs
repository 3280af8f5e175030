namespace IntegrationSuite.Migrations.Sql;

/// <summary>The rows of a <c>COPY … FROM STDIN</c>: what stands between its line and a line <c>\.</c></summary>
/// <param name="Text">The rows, with their line ends.</param>
/// <param name="Offset">Where they begin in the script, in UTF-16 units from 0.</param>
/// <param name="End">The offset behind the line that ends them.</param>
public sealed record CopiedRows(string Text, int Offset, int End);

/// <summary>A statement of a script.</summary>
/// <param name="Text">Its text, from its first word, without the semicolon.</param>
/// <param name="Offset">Where it begins in the script, in UTF-16 units from 0.</param>
/// <param name="Opening">Its first words in upper case, at most four, one space between them.</param>
public sealed record SqlStatement(string Text, int Offset, string Opening)
{
    /// <summary>The rows that follow a <c>COPY … FROM STDIN</c>, as they stand in the script; null of any other statement.</summary>
    public CopiedRows? Rows { get; init; }

    /// <summary>It fills, changes, moves or removes rows: <c>INSERT</c>, <c>UPDATE</c>, <c>DELETE</c>, <c>MERGE</c> and the like, also in <c>WITH</c> and <c>DO</c>, a table made of a query, a new column's default, a column's new type with <c>USING</c>.</summary>
    public bool MovesRows => RowMovement.IsIn(Text);

    /// <summary>It would begin or end a transaction. Savepoints may come and go.</summary>
    public bool ControlsTransaction =>
        Opening.Split(' ') is [var first, .. var rest]
        && first switch
        {
            "BEGIN" or "COMMIT" or "END" or "ABORT" => true,
            "START" or "PREPARE" => rest is ["TRANSACTION", ..],
            "ROLLBACK" => !rest.Contains("TO"),
            _ => false,
        };
}
