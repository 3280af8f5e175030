using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>What a state file names may be no supervisor: root, too, asks and does not wait for ever.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class EndlessSupervisorTests : SystemTest
{
    [TestMethod]
    [DataRow("""{"kind":"StopFailed"}""" + "\n")]
    [DataRow("x")]
    public async Task One_that_answers_without_end_is_given_up(string answer)
    {
        var system = SystemOf();
        var folder = Directory.CreateTempSubdirectory("endless-");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = Path.Combine(folder.FullName, "control");
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var answering = AnswerAsync(listener, answer);
        WriteState(system, path);

        var error = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            SupervisorRequests
                .StopAsync(system.Options, ControlVerb.Stop, "a test", _ => { }, CancellationToken.None, TimeSpan.FromMilliseconds(200))
                .WaitAsync(Until.Patience)
        );

        Assert.AreEqual(ErrorCodes.SupervisorFailed, error.Errors[0].Code);
        await answering;
        folder.Delete(recursive: true);
    }

    private static async Task AnswerAsync(Socket listener, string answer)
    {
        using var connection = await listener.AcceptAsync();
        try
        {
            while (true)
            {
                await connection.SendAsync(System.Text.Encoding.UTF8.GetBytes(answer));
            }
        }
        catch (SocketException)
        {
            // The other side has gone, at last.
        }
    }

    // A process that lives, and is no supervisor: this one.
    private static void WriteState(SmallSystem system, string controlPipe)
    {
        var own = new ProcessIdentity(Environment.ProcessId, ProcessIdentities.Find(Environment.ProcessId)!.StartTicks);
        var state = new RunState(
            "forged",
            RunPhase.Ready,
            DateTimeOffset.UtcNow,
            system.Manifest,
            controlPipe,
            own,
            Watchdog: null,
            KeptRunning: false,
            Postgres: null,
            Services: []
        )
        {
            Space = ProcessIdentities.Space,
        };
        Directory.CreateDirectory(system.Options.RunDirectory);
        File.WriteAllText(system.Options.StateFile, JsonSerializer.Serialize(state, ClientJson.Options));
    }
}
