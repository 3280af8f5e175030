using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Builds;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Chains;

/// <summary><c>dotnet build -t:IntegrationTest</c> on a consumer's solution. Its slow service is the clock; the other is the instrumented .NET one.</summary>
/// <param name="consumer">The solution.</param>
/// <param name="switches">More words for <c>dotnet build</c>.</param>
internal sealed class BuildChain(Consumer consumer, params string[] switches) : IToolChain
{
    public SmallSystem System => consumer.System;

    public string SlowService => Consumer.Clock.Name;

    public string SlowTitle => Consumer.Clock.Title;

    public TimeSpan Patience => Consumer.Patience;

    public bool TestsRun => File.Exists(consumer.Waiting);

    public ExitCode WhenPassed => ExitCode.Success;

    public bool ClaimsPass => consumer.Verdict == "passed";

    public bool HidesSigterm => true;

    public bool EndsTestsOnDeath => false;

    public void Write(TestService quick, TestService slow) =>
        System.WriteManifest(slow with { Name = SlowService }, quick with { Name = Consumer.Greeter.Name, DotNet = true });

    public CliProcess Start()
    {
        System.KeepsBuildNodes |= switches.Contains("-nodeReuse:true");
        return consumer.StartAlone("IntegrationTest", "wait", switches);
    }

    public void LetTestsEnd() => File.WriteAllText(consumer.MayEnd, "");

    public int? CommandOf(int starter) =>
        ProcessTable
            .Pids()
            .Where(pid =>
                ProcessTable.CommandLine(pid).Contains(Path.Combine(System.Folder, "tests", "Smoke", "bin"), StringComparison.Ordinal)
            )
            .Select(pid => (int?)pid)
            .FirstOrDefault();

    public async Task PassesAsync()
    {
        (await consumer.RunAsync("IntegrationTest", "", switches)).AssertExit(ExitCode.Success);
        Assert.IsTrue(ClaimsPass);
    }
}
