using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases;
using TestKit.Databases.Proofs;

namespace Database;

/// <summary>A test of a service's migrations, on databases of its own.</summary>
[TestClass]
public abstract class DatabaseTest
{
    /// <summary>Set by MSTest.</summary>
    public required TestContext TestContext { get; set; }

    /// <summary>Ends with the test.</summary>
    protected CancellationToken Cancel => TestContext.CancellationToken;

    /// <summary>A service's migrations, to be put to the proof.</summary>
    protected MigrationTrial TrialOf(string service) => new(TestServer.OfRun, MigrationCases.FolderOf(service), Cancel);

    /// <summary>A service's version keeps a rule.</summary>
    protected async Task ProveAsync(MigrationProof proof, string service, string version)
    {
        await using var trial = TrialOf(service);
        await proof.RunAsync(trial, MigrationCases.File(service, version));
    }

    /// <summary>A service's versions keep a rule together.</summary>
    protected async Task ProveAsync(MigrationProof proof, string service)
    {
        await using var trial = TrialOf(service);
        await proof.RunAsync(trial, trial.Folder.Versioned[^1]);
    }
}
