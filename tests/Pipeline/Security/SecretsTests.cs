using System.Runtime.Versioning;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using Npgsql;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>No secret of a run is readable by another user, and no login can do more than it must.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class SecretsTests : SystemTest
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    [TestMethod]
    public async Task No_file_of_a_run_can_be_read_or_written_by_others_whatever_the_umask()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        var run = system.StartIn(["sh", "-c", "umask 0; exec \"$@\"", "sh", .. SmallSystem.ToolWords("run", "--", "sleep", "60")]);
        await Until.TrueAsync(() => system.State is { Phase: RunPhase.Ready }, () => "It was never ready.");

        var run0 = Path.GetDirectoryName(system.State!.ControlPipe)!;
        Assert.AreEqual("", string.Join(Environment.NewLine, Reachable(system.Options.RunDirectory).Concat(Reachable(run0))));
        run.Signal(IntegrationSuite.ServiceHost.Processes.ProcessSignal.Terminate);
        await run.EndAsync();
    }

    [TestMethod]
    public async Task The_state_names_no_superuser_and_no_password_is_on_a_command_line()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        await system.HoldAsync();
        var passwords = Addresses(system).Select(address => address.Password!).ToList();
        var lines = string.Join('\n', ProcessTable.Pids().Select(ProcessTable.CommandLine));

        Assert.IsFalse(Addresses(system).Any(address => address.Username == "postgres"));
        Assert.AreEqual("", string.Join(' ', passwords.Where(password => lines.Contains(password, StringComparison.Ordinal))));
    }

    [TestMethod]
    public async Task What_every_user_sees_of_a_run_does_not_tell_its_id()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        await system.HoldAsync();
        var visible = string.Join('\n', ProcessTable.Pids().Select(ProcessTable.CommandLine).Append(File.ReadAllText("/proc/net/unix")));

        StringAssert.Contains(visible, system.State!.ControlPipe);
        Assert.IsFalse(
            visible.Contains(system.State!.RunId, StringComparison.Ordinal),
            "The run's id is on a command line or in a socket's name."
        );
    }

    [TestMethod]
    [DataRow("COPY (SELECT 1) TO PROGRAM 'true'")]
    [DataRow("COPY (SELECT 1) TO '/tmp/planted'")]
    [DataRow("CREATE ROLE more SUPERUSER")]
    [DataRow("ALTER SYSTEM SET session_preload_libraries = 'x'")]
    [DataRow("SELECT pg_read_file('postgresql.conf')")]
    [DataRow("SELECT * FROM pg_authid")]
    public async Task Neither_a_service_nor_a_test_may(string sql)
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        await system.HoldAsync();
        foreach (var address in Addresses(system))
        {
            Assert.AreEqual(PostgresErrorCodes.InsufficientPrivilege, await ErrorOfAsync(address, sql), address.Username);
        }
    }

    [TestMethod]
    public async Task A_service_gets_into_no_database_but_its_own()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" }, new TestService("other") { Database = "other" });
        await system.HoldAsync();
        var notes = PostgresAddress.Parse(system.ServiceOf("notes").DatabaseUrl!);
        foreach (var database in new[] { "other", "postgres", "template1" })
        {
            Assert.AreEqual(
                PostgresErrorCodes.InsufficientPrivilege,
                await ErrorOfAsync(new NpgsqlConnectionStringBuilder(notes.ConnectionString) { Database = database }, "SELECT 1"),
                database
            );
        }

        Assert.IsNull(await ErrorOfAsync(notes, "CREATE TABLE t (id int); DROP TABLE t"));
    }

    [TestMethod]
    public async Task Tests_may_make_and_drop_databases_and_get_into_those_of_no_service()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        await system.HoldAsync();
        var tests = new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(system.State!.Postgres!.Url).ConnectionString)
        {
            Database = "postgres",
        };
        Assert.IsNull(await ErrorOfAsync(tests, "CREATE DATABASE scratch"));
        Assert.IsNull(await ErrorOfAsync(tests, "DROP DATABASE scratch WITH (FORCE)"));
        tests.Database = "notes";
        Assert.AreEqual(PostgresErrorCodes.InsufficientPrivilege, await ErrorOfAsync(tests, "SELECT 1"));
    }

    [TestMethod]
    [TestCategory("Root")]
    public async Task Another_user_reads_nothing_of_a_run_of_roots_and_gets_no_word_from_its_supervisor()
    {
        using var other = OtherUser.Make();
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        await system.HoldAsync();
        File.SetUnixFileMode(system.Folder, (UnixFileMode)0b111_101_101); // the project itself is open
        var state = system.State!;
        foreach (
            var file in new[]
            {
                system.Options.StateFile,
                system.Options.EventsFile,
                system.ServiceOf("notes").Log,
                system.Options.LockFile,
                state.ControlPipe,
            }
        )
        {
            StringAssert.Contains(other.Sh($"cat '{file}'"), "Permission denied", file);
        }

        StringAssert.Contains(other.Sh($"ls '{Path.GetDirectoryName(state.ControlPipe)}'"), "Permission denied");
        StringAssert.Contains(other.Sh($"ls '{state.Postgres!.DataDirectory}'"), "Permission denied");
        StringAssert.Contains(other.Sh($"cat /proc/{state.Services[0].Process!.Pid}/environ"), "Permission denied");
    }

    private static IEnumerable<string> Reachable(string folder)
    {
        Assert.AreEqual(
            UnixFileMode.None,
            File.GetUnixFileMode(folder) & (Others | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute),
            folder
        );
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => FileStatus.TryRead(file)!.Value.IsFile && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None);
    }

    private static List<NpgsqlConnectionStringBuilder> Addresses(SmallSystem system) =>
        [
            PostgresAddress.Parse(system.ServiceOf("notes").DatabaseUrl!),
            new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(system.State!.Postgres!.Url).ConnectionString)
            {
                Database = "postgres",
            },
        ];

    private static async Task<string?> ErrorOfAsync(NpgsqlConnectionStringBuilder address, string sql)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }
            );
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }
}
