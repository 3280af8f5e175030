using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using Npgsql;

namespace Pipeline.Postgres;

[TestClass]
public sealed class GivenServerTests
{
    [TestMethod]
    public async Task Databases_get_names_that_clash_with_nobodys_and_are_dropped_at_the_end()
    {
        var server = (await ScratchServer.Shared).Server.State.Url;
        string name;
        await using (var scratch = await ScratchServer.StartAsync(server))
        {
            name = PostgresAddress.Parse(await scratch.PrepareAsync("orders")).Database!;
            Assert.MatchesRegex("^orders_it_[0-9a-f]{8}$", name);
            Assert.IsTrue(await ExistsAsync(server, name));
        }

        Assert.IsFalse(await ExistsAsync(server, name));
    }

    [TestMethod]
    public async Task What_a_dead_run_left_is_dropped_by_the_next_and_what_others_own_is_not()
    {
        var server = (await ScratchServer.Shared).Server.State.Url;
        var (dead, others) = ($"dead_{Guid.NewGuid():N}", $"others_{Guid.NewGuid():N}");
        var mark = new RunMark("some-run", new ProcessIdentity(999_999_999, 1)).Comment;
        await ExecuteAsync(server, $"CREATE DATABASE {dead}");
        await ExecuteAsync(server, $"COMMENT ON DATABASE {dead} IS '{mark}'");
        await ExecuteAsync(server, $"CREATE DATABASE {others}");

        await using var scratch = await ScratchServer.StartAsync(server);

        Assert.IsFalse(await ExistsAsync(server, dead));
        Assert.IsTrue(await ExistsAsync(server, others));
    }

    [TestMethod]
    public void A_run_that_lives_is_not_taken_for_dead() =>
        Assert.IsFalse(RunMark.IsOfDeadRun(new RunMark("this-run", ProcessIdentities.Own).Comment));

    [TestMethod]
    public void The_longest_name_still_fits() =>
        Assert.AreEqual(63, new RunMark("run", ProcessIdentities.Own).NameOf(new string('n', 63)).Length);

    [TestMethod]
    [DataRow("postgresql://postgres:secret@127.0.0.1:1", ErrorCodes.PostgresUnreachable)]
    [DataRow("Host=no.such.host.invalid;Password=secret", ErrorCodes.PostgresUnreachable)]
    [DataRow("secret nonsense", MigrationCodes.BadAddress)]
    public async Task A_server_that_is_not_there_is_one_error_without_its_password(string given, string code)
    {
        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(() => ScratchServer.StartAsync(given))).Errors.Single();

        Assert.AreEqual(code, error.Code);
        Assert.DoesNotContain("secret", error.Message);
    }

    private static async Task<bool> ExistsAsync(string server, string database)
    {
        await using var source = Source(server);
        await using var command = source.CreateCommand($"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{database}')");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = Source(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlDataSource Source(string server) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(server).ConnectionString) { Database = "postgres", Pooling = false }
        );
}
