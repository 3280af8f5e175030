using System.Text.Json.Nodes;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using Npgsql;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class DatabaseTests : SystemTest
{
    [TestMethod]
    public async Task A_service_that_wants_a_database_gets_a_migrated_one_on_a_private_server_that_is_gone_afterwards()
    {
        var system = SystemOf(
            new TestService("notes")
            {
                Database = "notes",
                Migrations = ".",
                Keys = { ["placeholders"] = new JsonObject { ["word"] = "${env:NO_SUCH_VARIABLE:-kept}" } },
            },
            new TestService("clock")
        );
        File.WriteAllText(
            Path.Combine(system.Folder, "V1__notes.sql"),
            "CREATE TABLE note (text text); INSERT INTO note VALUES ('${word}');"
        );
        var holder = await system.HoldAsync();
        var (notes, server) = (system.ServiceOf("notes"), system.State!.Postgres!);
        await using (var database = NpgsqlDataSource.Create(PostgresAddress.Parse(notes.DatabaseUrl!)))
        {
            Assert.AreEqual("kept", await database.CreateCommand("SELECT text FROM note").ExecuteScalarAsync());
        }

        Assert.AreEqual("kept", notes.Placeholders["word"]);
        Assert.IsNull(system.ServiceOf("clock").DatabaseUrl);
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
        Assert.IsFalse(server.Process!.IsAlive());
        Assert.IsTrue(TestPort.IsFree(new Uri(server.Url).Port));
        Assert.IsFalse(Directory.Exists(server.DataDirectory));
    }

    [TestMethod]
    public async Task Migrations_of_a_tool_that_the_team_keeps_are_left_to_that_tool()
    {
        var system = SystemOf(
            new TestService("notes")
            {
                Database = "notes",
                Migrations = ".",
                Keys = { ["migrator"] = "golang-migrate" },
            }
        );
        File.WriteAllText(Path.Combine(system.Folder, "1_notes.up.sql"), "CREATE TABLE note (text text);");
        var holder = await system.HoldAsync();
        var notes = system.ServiceOf("notes");
        await using (var database = NpgsqlDataSource.Create(PostgresAddress.Parse(notes.DatabaseUrl!)))
        {
            var tables = database.CreateCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
            Assert.AreEqual(0L, await tables.ExecuteScalarAsync());
        }

        Assert.AreEqual("golang-migrate", notes.Migrator);
        (await system.RunAsync("migrate", "notes", "up")).AssertError(ErrorCodes.BadOption, "call golang-migrate itself");
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
    }
}
