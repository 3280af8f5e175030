using System.Diagnostics;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Binaries;
using Npgsql;

namespace Pipeline.Postgres;

[TestClass]
[TestCategory("Root")] // as root, another user runs the server
public sealed class PrivateServerTests
{
    [TestMethod]
    public async Task Eight_databases_are_made_at_once_and_each_is_reached_by_its_own_address()
    {
        await using var scratch = await ScratchServer.StartAsync();

        var urls = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => scratch.PrepareAsync($"db{n}"))));

        foreach (var (url, n) in urls.Select((url, n) => (url, n)))
        {
            Assert.AreEqual($"db{n}", await ScalarAsync<string>(url, "SELECT current_database()::text"));
        }
    }

    [TestMethod]
    public async Task A_migration_that_the_server_ends_is_not_blamed_on_its_file()
    {
        await using var scratch = await ScratchServer.StartAsync();
        var migrations = Directory.CreateTempSubdirectory("migrations-");
        try
        {
            // What a server says to whoever is connected when it shuts down.
            await File.WriteAllTextAsync(
                Path.Combine(migrations.FullName, "V1__end.sql"),
                "SELECT pg_terminate_backend(pg_backend_pid());"
            );
            var ended = await Assert.ThrowsExactlyAsync<SuiteException>(() => scratch.PrepareAsync("ended", migrations.FullName));
            Assert.AreEqual(ErrorCodes.PostgresUnreachable, ended.Errors.Single().Code, ended.Errors.Single().Message);
        }
        finally
        {
            migrations.Delete(recursive: true);
        }
    }

    [TestMethod]
    public async Task It_listens_on_this_machine_alone_and_wants_its_password()
    {
        await using var scratch = await ScratchServer.StartAsync();
        var address = PostgresAddress.Parse(scratch.Server.State.Url);

        Assert.AreEqual("127.0.0.1", address.Host);
        Assert.AreEqual("127.0.0.1", await ScalarAsync<string>(scratch.Server.State.Url, "SELECT current_setting('listen_addresses')"));
        address.Password = "guessed";
        var refusal = await Assert.ThrowsExactlyAsync<PostgresException>(() =>
            ScalarAsync<string>(PostgresAddress.ToUrl(address), "SELECT 'in'")
        );
        Assert.AreEqual(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [TestMethod]
    public async Task After_the_stop_neither_process_nor_data_nor_shared_memory_is_left()
    {
        var scratch = await ScratchServer.StartAsync();
        var state = scratch.Server.State;
        var segment = SegmentOf(state.DataDirectory!);

        await scratch.DisposeAsync();

        Assert.IsFalse(state.Process!.IsAlive());
        Assert.IsFalse(Directory.Exists(state.DataDirectory));
        AssertFreed(segment);
    }

    [TestMethod]
    public async Task A_server_that_was_killed_is_told_of_and_leaves_nothing_either()
    {
        var scratch = await ScratchServer.StartAsync();
        var state = scratch.Server.State;
        var segment = SegmentOf(state.DataDirectory!);

        using (var process = Process.GetProcessById(state.Process!.Pid))
        {
            process.Kill();
        }

        Assert.AreEqual(ErrorCodes.PostgresDied, (await scratch.Server.Died.WaitAsync(TimeSpan.FromSeconds(30))).Code);
        await scratch.DisposeAsync();
        Assert.IsFalse(Directory.Exists(state.DataDirectory));
        AssertFreed(segment);
    }

    [TestMethod]
    public async Task A_migration_that_fails_is_an_error_with_its_file_and_line()
    {
        await using var scratch = await ScratchServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "V1__a.sql"), "CREATE TABLE a (id int);\nCREATE TABLE a (id int);");

        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(() => scratch.PrepareAsync("broken", folder))).Errors.Single();

        Directory.Delete(folder, recursive: true);
        Assert.AreEqual((MigrationCodes.StatementFailed, 2), (error.Code, error.Line!.Value));
    }

    [TestMethod]
    public async Task Without_any_source_one_error_lists_all_four_ways()
    {
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            ScratchServer.StartAsync(given: null, ("POSTGRES_SOURCES", "docker"), ("PATH", "/nowhere"))
        );

        var error = failure.Errors.Single();
        Assert.AreEqual(ErrorCodes.PostgresNotFound, error.Code);
        foreach (var way in new[] { "PostgresConnectionString", "apt-get install postgresql", "@embedded-postgres/", "Docker" })
        {
            StringAssert.Contains(error.Message, way);
        }
    }

    [TestMethod]
    public void Links_on_the_PATH_to_programs_that_were_removed_are_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var programs = new PostgresBinaries(folder);
        File.CreateSymbolicLink(programs.Initdb, "/nowhere/initdb");
        File.CreateSymbolicLink(programs.Postgres, "/nowhere/postgres");

        var found = SystemBinaries.Find(new Dictionary<string, string> { ["PATH"] = folder }, user: null);

        Directory.Delete(folder, recursive: true);
        Assert.AreNotEqual(folder, found?.Folder);
    }

    [TestMethod]
    public async Task A_source_that_does_not_exist_is_an_error()
    {
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            ScratchServer.StartAsync(given: null, ("POSTGRES_SOURCES", "floppy"))
        );

        Assert.AreEqual(ErrorCodes.BadOption, failure.Errors.Single().Code);
    }

    private static async Task<T> ScalarAsync<T>(string url, string sql)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(url).ConnectionString) { Pooling = false }
        );
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static string? SegmentOf(string dataDirectory) =>
        File.ReadAllLines(Path.Combine(dataDirectory, "postmaster.pid"))
            .ElementAtOrDefault(6)
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault();

    private static void AssertFreed(string? segment)
    {
        if (File.Exists("/proc/sysvipc/shm"))
        {
            Assert.DoesNotContain(
                segment,
                File.ReadLines("/proc/sysvipc/shm").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
            );
        }
    }
}
