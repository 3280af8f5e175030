using Caselaw.Citations;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Caselaw.Tables;

/// <summary>The last table made for each draft.</summary>
internal sealed class TableStore(NpgsqlDataSource database)
{
    /// <summary>Takes the place of the draft's earlier table.</summary>
    public Task<TableOfAuthorities> SaveAsync(Guid draft, IReadOnlyList<TableRow> rows, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                // This row's lock lets those who save a table of the same draft take turns.
                var generated = await connection
                    .Sql(
                        """
                        INSERT INTO tables_of_authorities (draft_id) VALUES ($1)
                        ON CONFLICT (draft_id) DO UPDATE SET generated_at = clock_timestamp() RETURNING generated_at
                        """,
                        draft
                    )
                    .ListAsync(row => row.GetFieldValue<DateTimeOffset>(0), cancel);
                await connection.Sql("DELETE FROM table_entries WHERE draft_id = $1", draft).ExecuteAsync(cancel);
                foreach (var (position, row) in rows.Index())
                {
                    await connection
                        .Sql(
                            """
                            INSERT INTO table_entries (draft_id, position, type, citation, normalized_citation, occurrences, paragraph_ids)
                            VALUES ($1, $2, $3, $4, $5, $6, $7)
                            """,
                            draft,
                            position,
                            row.Type.ToName(),
                            row.Entry.Citation,
                            row.Entry.NormalizedCitation,
                            row.Entry.Occurrences,
                            row.Entry.ParagraphIds.ToArray()
                        )
                        .ExecuteAsync(cancel);
                }

                return Table(draft, generated[0], rows);
            },
            cancel
        );

    /// <exception cref="ApiException">404: none was made for the draft.</exception>
    public Task<TableOfAuthorities> FindAsync(Guid draft, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                // The share lock keeps a table that is being made anew from being seen half old, half new.
                var generated = await connection
                    .Sql("SELECT generated_at FROM tables_of_authorities WHERE draft_id = $1 FOR SHARE", draft)
                    .ListAsync(row => row.GetFieldValue<DateTimeOffset>(0), cancel);
                var rows = await connection
                    .Sql(
                        // no mutants: rows lie in the order in which they were written, which nothing promises
                        "SELECT type, citation, normalized_citation, occurrences, paragraph_ids FROM table_entries WHERE draft_id = $1 ORDER BY position",
                        draft
                    )
                    .ListAsync(Read, cancel);
                return generated.Count == 0
                    ? throw ApiException.NotFound("table of authorities for the draft", draft)
                    : Table(draft, generated[0], rows);
            },
            cancel
        );

    private static TableOfAuthorities Table(Guid draft, DateTimeOffset generated, IReadOnlyList<TableRow> rows)
    {
        TableEntry[] Group(CitationType type) => [.. rows.Where(row => row.Type == type).Select(row => row.Entry)];
        return new(draft, generated, Group(CitationType.Case), Group(CitationType.Statute), Group(CitationType.Regulation));
    }

    private static TableRow Read(NpgsqlDataReader row) =>
        new(
            CitationTypes.Parse(row.GetString(0)),
            new TableEntry(row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetFieldValue<string[]>(4))
        );
}
