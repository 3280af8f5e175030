using Npgsql;
using ServiceDefaults.Storage;

namespace Facts.Sentences;

/// <summary>Sentences as they were last seen. One that left its paragraph stays, for the claims that rest on it.</summary>
internal sealed class SentenceStore(NpgsqlDataSource database)
{
    /// <summary>Stores new sentences, and what became of known ones.</summary>
    public async Task SaveAsync(Guid paragraph, IReadOnlyList<Sentence> sentences, CancellationToken cancel)
    {
        // Rows are locked in the order of their ids, so that two parses of the same sentences cannot deadlock.
        await database
            .Sql(
                """
                INSERT INTO sentences (id, paragraph_id, start_offset, end_offset, text)
                SELECT s.id, $1, s.start_offset, s.end_offset, s.text
                FROM unnest($2, $3, $4, $5) AS s (id, start_offset, end_offset, text)
                ORDER BY s.id
                ON CONFLICT (id) DO UPDATE SET
                  paragraph_id = excluded.paragraph_id, start_offset = excluded.start_offset,
                  end_offset = excluded.end_offset, text = excluded.text, updated_at = now()
                """,
                paragraph,
                sentences.Select(s => s.Id).ToArray(),
                sentences.Select(s => s.StartOffset).ToArray(),
                sentences.Select(s => s.EndOffset).ToArray(),
                sentences.Select(s => s.Text).ToArray()
            )
            .ExecuteAsync(cancel);
    }

    public Task<StoredSentence?> FindAsync(Guid id, CancellationToken cancel) =>
        database
            .Sql("SELECT id, paragraph_id, start_offset, end_offset, text, created_at, updated_at FROM sentences WHERE id = $1", id)
            .FirstAsync(Read, cancel);

    private static StoredSentence Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<DateTimeOffset>(6)
        );
}
