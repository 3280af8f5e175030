using IntegrationSuite.Migrations;
using Npgsql;

[TestClass]
public sealed class NotesTableTests
{
    [TestMethod]
    public async Task The_table_itself_refuses_an_empty_note()
    {
        var database = PostgresAddress.Parse(Suite.Service("notes").DatabaseUrl!);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var insertion = source.CreateCommand("INSERT INTO notes (text) VALUES ('')");
        await Assert.ThrowsExactlyAsync<PostgresException>(() => insertion.ExecuteNonQueryAsync());
    }
}
