using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>Lets a repository join the suite: the targets of its solution, a test project for each concern, a job for its CI.</summary>
/// <remarks>What is there stays as it is.</remarks>
/// <param name="target">The repository.</param>
/// <param name="options">What is wanted.</param>
internal sealed class SuiteSetup(TargetFolder target, SetupOptions options)
{
    private const string TargetsFile = "Directory.Solution.targets";
    private const string Targets = """
        <Project>
          <Import Project="Sdk.targets" Sdk="IntegrationSuite" />
        </Project>

        """;

    private readonly SetupReport _report = new();

    /// <summary>Looks at what will be extended, before anything is written.</summary>
    /// <exception cref="Client.SuiteException">It is malformed: SUITE118.</exception>
    public void Check()
    {
        if (options.Concerns.Count > 0)
        {
            _ = new SharedFiles(target, new SetupReport()).Joined(options.Version);
        }
    }

    /// <summary>Writes it.</summary>
    /// <param name="manifest">The services that the sample tests call.</param>
    /// <exception cref="Client.SuiteException">A file is malformed (SUITE118) or can't be written (SUITE119).</exception>
    public async Task<SetupReport> RunAsync(ServiceManifest manifest)
    {
        var shared = new SharedFiles(target, _report);
        if (options.Concerns.Count > 0)
        {
            shared.Join(options.Version);
            WriteTargets();
            shared.Ignore();
            await new TestProjects(target, options, _report).WriteAsync(manifest);
        }
        if (options.Ci is { } ci)
        {
            CiRecipe.Write(ci, target, _report);
        }
        return _report;
    }

    private void WriteTargets()
    {
        if (!target.Has(TargetsFile))
        {
            target.Create(TargetsFile, Targets);
            _report.Written.Add(TargetsFile);
        }
        else if (!InputFile.Text(target.PathOf(TargetsFile)).Contains("IntegrationSuite", StringComparison.Ordinal))
        {
            _report.Open.Add($"{TargetsFile} is there already. Add to it: <Import Project=\"Sdk.targets\" Sdk=\"IntegrationSuite\" />");
        }
    }
}
