using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Ports;
using Pipeline.Systems;

namespace Pipeline.Ports;

[TestClass]
public sealed class ListenTableTests
{
    [TestMethod]
    [DataRow("127.0.0.1", true, true)]
    [DataRow("0.0.0.0", true, true)]
    [DataRow("::", true, true)]
    [DataRow("::1", false, true)]
    [DataRow("127.0.0.2", false, false)]
    public void A_socket_answers_or_blocks_the_loopback_by_its_address(string address, bool answers, bool blocks)
    {
        using var port = TestPort.Take();
        using var listener = new TcpListener(IPAddress.Parse(address), port.Number);
        listener.Start();
        var found = ListenTable.Read().Single(each => each.Port == port.Number);
        Assert.AreEqual((answers, blocks), (found.AnswersLoopback, found.BlocksLoopback), found.ToString());
        Assert.AreEqual(!blocks, PortProbe.IsFree(port.Number));
        Assert.AreEqual(new IPEndPoint(IPAddress.Parse(address), port.Number).ToString(), found.ToString());
        Assert.IsTrue(SocketOwners.Holds(Environment.ProcessId, [found.Inode]));
    }

    [TestMethod]
    [DataRow("127.0.0.1")]
    [DataRow("0.0.0.0")]
    [DataRow("127.0.0.2")]
    [DataRow("::")]
    [DataRow("::1")]
    public void What_the_kernel_tells_by_sock_diag_it_tells_in_its_files_too(string address)
    {
        using var port = TestPort.Take();
        using var listener = new TcpListener(IPAddress.Parse(address), port.Number);
        listener.Start();
        if (SocketDiagnosis.TryRead() is not { } told)
        {
            Assert.Inconclusive("This kernel or container answers no sock_diag(7); the files are read here.");
            return;
        }

        Assert.AreEqual(ListenTable.ReadFiles().Single(each => each.Port == port.Number), told.Single(each => each.Port == port.Number));
    }

    [TestMethod]
    public void A_connection_is_no_listener()
    {
        using var port = TestPort.Take();
        var listener = new TcpListener(IPAddress.Loopback, port.Number);
        listener.Start();
        using var client = new TcpClient("127.0.0.1", port.Number);
        listener.Stop();
        Assert.IsEmpty(ListenTable.Read().Where(each => each.Port == port.Number));
    }

    [TestMethod]
    public void The_owner_of_a_port_is_named_with_his_command_line()
    {
        using var port = TestPort.Take();
        using var listener = new TcpListener(IPAddress.Loopback, port.Number);
        listener.Start();
        var owner = PortOwner.Find(port.Number, new SocketSnapshot())!;
        Assert.AreEqual(Environment.ProcessId, owner.Pid);
        StringAssert.Contains(owner.CommandLine, Process.GetCurrentProcess().ProcessName);
        Assert.IsNull(owner.RunId);
    }

    [TestMethod]
    public void A_port_that_one_run_has_reserved_no_other_gets_until_it_ends()
    {
        using var port = TestPort.Take();
        using var second = new PortReservation("the second");
        using (var first = new PortReservation("the first"))
        {
            Assert.IsNull(first.TryReserve(port.Number));
            Assert.AreEqual("the first", second.TryReserve(port.Number));
        }

        Assert.IsNull(second.TryReserve(port.Number));
    }
}
