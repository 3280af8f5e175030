using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Coverage;

/// <summary>V8 writes its counts only when a process comes to an end of its own. That SIGTERM is one must change nothing else about it.</summary>
[TestClass]
public sealed class NodeEndTests : IDisposable
{
    private const string Server = "const server = require('http').createServer().listen(0, () => console.log('up'));";

    private readonly NodeScripts _scripts = new();

    public void Dispose() => _scripts.Dispose();

    [TestMethod]
    [DataRow(NodeScripts.Stay, 143, DisplayName = "no handler")]
    [DataRow(
        "process.on('exit', () => console.log('exit'));" + NodeScripts.Stay,
        143,
        DisplayName = "no handler: nothing hears of the exit"
    )]
    [DataRow("process.on('SIGTERM', () => process.exit(0));" + NodeScripts.Stay, 0, DisplayName = "a handler that exits")]
    [DataRow("process.on('SIGTERM', () => process.exit(3));" + NodeScripts.Stay, 3, DisplayName = "a handler that fails")]
    [DataRow(
        Server + "process.once('SIGTERM', () => { console.log('bye'); server.close(); });",
        0,
        DisplayName = "a handler that closes the server"
    )]
    [DataRow(
        """
            const ask = () => {
              console.log(process.listenerCount('SIGTERM'));
              process.off('SIGTERM', ask);
              process.kill(process.pid, 'SIGTERM');
            };
            process.on('SIGTERM', ask);
            """ + NodeScripts.Stay,
        143,
        DisplayName = "a handler that ends by the signal once it is alone, as signal-exit does"
    )]
    [DataRow(
        "const none = () => {}; process.on('SIGTERM', none); process.off('SIGTERM', none);" + NodeScripts.Stay,
        143,
        DisplayName = "a handler that was taken back"
    )]
    public async Task A_service_ends_by_SIGTERM_as_it_does_unmeasured_and_leaves_its_counts(string script, int exitCode)
    {
        _scripts.Write("server.js", script);
        var unmeasured = await _scripts.RunAsync("server.js", measured: false);
        var measured = await _scripts.RunAsync("server.js");
        Assert.AreEqual(unmeasured, measured);
        Assert.AreEqual(exitCode, measured.ExitCode);
        var coverage = _scripts.Collect();
        Assert.AreEqual((null, null), (coverage.Incomplete, coverage.Fault?.Message));
        Assert.IsTrue(coverage.Figures.Lines.Covered > 0);
    }

    [TestMethod]
    public async Task Workers_leave_their_counts_too()
    {
        _scripts.Write("server.js", "new (require('worker_threads').Worker)('./worker.js'); setInterval(() => {}, 1000);");
        _scripts.Write("worker.js", NodeScripts.Stay);
        await _scripts.RunAsync("server.js");
        var coverage = _scripts.Collect();
        Assert.AreEqual(coverage.Figures.Lines.Total, coverage.Figures.Lines.Covered);
        Assert.AreEqual(2, coverage.Figures.Files.Count);
    }

    [TestMethod]
    public async Task A_service_that_was_killed_is_incomplete_and_its_process_is_named()
    {
        _scripts.Write("server.js", NodeScripts.Stay);
        await _scripts.RunAsync("server.js", ProcessSignal.Kill);
        var process = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Path.Combine(_scripts.Coverage, "begun")).Single());
        Assert.AreEqual($"its process {process} was killed or crashed, and what it had covered is lost", _scripts.Collect().Incomplete);
    }

    [TestMethod]
    public async Task One_process_of_two_that_was_killed_makes_the_whole_incomplete()
    {
        _scripts.Write("server.js", "const a = 1;\nif (a > 1) {\n  console.log('never');\n}\n" + NodeScripts.Stay);
        await _scripts.RunAsync("server.js");
        await _scripts.RunAsync("server.js", ProcessSignal.Kill);
        StringAssert.Contains(_scripts.Collect().Incomplete, "killed or crashed");
    }

    [TestMethod]
    public async Task The_callers_own_options_of_Node_stay()
    {
        _scripts.Write("mine.js", "console.log('mine');");
        _scripts.Write("server.js", NodeScripts.Stay);
        var result = await _scripts.RunAsync("server.js", environment: new() { ["NODE_OPTIONS"] = "--require ./mine.js" });
        StringAssert.Contains(result.Output, "mine");
        Assert.IsTrue(_scripts.Collect().Figures.Lines.Covered > 0);
    }

    [TestMethod]
    public async Task Where_the_manifest_says_where_counts_go_nothing_is_done()
    {
        var own = Path.Combine(_scripts.Folder, "own");
        _scripts.Write("server.js", "process.on('SIGTERM', () => process.exit(0));" + NodeScripts.Stay);
        await _scripts.RunAsync("server.js", environment: new() { ["NODE_V8_COVERAGE"] = own });
        Assert.IsNotEmpty(Directory.EnumerateFiles(own));
        Assert.IsNotNull(_scripts.Collect().NotMeasured);
    }
}
