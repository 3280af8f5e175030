using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Chains;

/// <summary>A way to run tests against a system: <c>servicehost run</c>, or <c>dotnet build</c>.</summary>
internal interface IToolChain
{
    SmallSystem System { get; }

    /// <summary>The name of the service that is slow.</summary>
    string SlowService { get; }

    /// <summary>How long a start may take.</summary>
    TimeSpan Patience { get; }

    /// <summary>Whether the tests have begun.</summary>
    bool TestsRun { get; }

    /// <summary>The exit code of a run that nothing disturbs: a service that has to be killed fails it.</summary>
    ExitCode WhenPassed { get; }

    /// <summary>The title of the slow service.</summary>
    string SlowTitle { get; }

    /// <summary>Whether there is a verdict that says "passed".</summary>
    bool ClaimsPass { get; }

    /// <summary>Whether its exit code is 0 when SIGTERM ended it: <c>dotnet build</c> of this SDK. Then the verdict alone tells.</summary>
    bool HidesSigterm { get; }

    /// <summary>Whether a death ends the tests that run; else those that call the dead fail, and the others go on.</summary>
    bool EndsTestsOnDeath { get; }

    /// <summary>Writes the manifest.</summary>
    void Write(TestService quick, TestService slow);

    /// <summary>Starts a run, as leader of a process group of its own, whose tests last until they may end.</summary>
    CliProcess Start();

    /// <summary>Lets the tests of all runs end.</summary>
    void LetTestsEnd();

    /// <summary>The test process; null while there is none.</summary>
    int? CommandOf(int starter);

    /// <summary>Fails the test unless a run passes.</summary>
    Task PassesAsync();
}
