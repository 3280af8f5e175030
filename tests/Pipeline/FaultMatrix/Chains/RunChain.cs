using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Chains;

/// <summary><c>servicehost run</c> with a script for tests.</summary>
/// <param name="system">The system.</param>
internal sealed class RunChain(SmallSystem system) : IToolChain
{
    private const string Tests = "touch up; until [ -e go ]; do sleep 0.05; done";

    public SmallSystem System => system;

    public string SlowService => "slow";

    public TimeSpan Patience => Until.Patience;

    public bool TestsRun => File.Exists(Path.Combine(system.Folder, "up"));

    public bool ClaimsPass => false;

    public bool HidesSigterm => false;

    public bool EndsTestsOnDeath => true;

    public ExitCode WhenPassed { get; private set; }

    public string SlowTitle => "Slow Service";

    public void Write(TestService quick, TestService slow)
    {
        system.WriteManifest(quick, slow);
        WhenPassed = Mode.IsStubborn(slow.Mode) ? ExitCode.StopFailed : ExitCode.Success;
    }

    public CliProcess Start() => system.StartAlone("run", "--", "sh", "-c", Tests);

    public void LetTestsEnd() => File.WriteAllText(Path.Combine(system.Folder, "go"), "");

    // The supervisor is a child of the starter too, in a session of its own.
    public int? CommandOf(int starter) =>
        ProcessTable
            .All()
            .Where(process => process.Parent == starter && process.Session == starter)
            .Select(process => (int?)process.Pid)
            .FirstOrDefault();

    public async Task PassesAsync() => (await system.RunAsync("run", "--", "true")).AssertExit(WhenPassed);
}
