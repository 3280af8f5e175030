using System.Reflection;
using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Databases.Proofs;
using IntegrationSuite.TestKit.Gates;
using IntegrationSuite.TestKit.Session;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>
/// Every service's migrations, version by version, are put to every proof (<see cref="MigrationProofs.All"/>). For a test project of the
/// concern Database: <c>[TestClass] public sealed class ProofTests : MigrationProofTests;</c>
/// </summary>
/// <remarks>A service without <c>migrations</c> in the manifest, or whose gate <c>migrations</c> is off, is left out.</remarks>
public abstract class MigrationProofTests : ServiceTest
{
    private const string Reading = "can be read";

    /// <summary>The services that have migrations.</summary>
    public static IEnumerable<string> Services => Migrated.OrNothing();

    private static IEnumerable<string> Migrated =>
        RunningSuite
            .State.Services.Where(service => service is { Migrations: not null, Gates.Migrations: not GateLevel.Off })
            .Select(service => service.Name);

    /// <summary>What is proved: service, file and rule.</summary>
    public static IEnumerable<(string Service, string File, string Rule)> Proofs => Migrated.SelectMany(ProofsOf).OrNothing();

    /// <summary>A test's name.</summary>
    public static string NameOf(MethodInfo method, object[] row) => $"{row[0]}, {row[1]}: {row[2]}";

    /// <summary>Each rule for each version is a test.</summary>
    [TestMethod]
    [DynamicData(
        nameof(Proofs),
        typeof(MigrationProofTests),
        DynamicDataDisplayName = nameof(NameOf),
        DynamicDataDisplayNameDeclaringType = typeof(MigrationProofTests)
    )]
    public async Task A_migration_keeps_a_rule(string service, string file, string rule)
    {
        NothingToTest.Skip(service, "migrations");
        await using var trial = TrialOf(service); // reads the folder, and says what is wrong with it
        if (rule == Reading)
        {
            return;
        }

        try
        {
            var proof = MigrationProofs.All.Single(proof => proof.Rule == rule);
            await proof.RunAsync(trial, trial.Folder.Versioned.Single(each => each.Name == file));
        }
        catch (Exception e) when (e is ProofFailedException or MigrationException)
        {
            ServiceGate.Broken(ErrorCodes.MigrationUnproved, service, e.Message);
        }
    }

    /// <summary>What runs is what the files say.</summary>
    [TestMethod]
    [DynamicData(nameof(Services), typeof(MigrationProofTests))]
    public async Task A_running_services_schema_is_what_its_migrations_make(string service)
    {
        NothingToTest.Skip(service, "migrations");
        await using var running = NpgsqlDataSource.Create(PostgresAddress.Parse(RunningServices.Find(service).DatabaseUrl!));
        await using var trial = TrialOf(service);
        var actual = await Catalogue.ReadAsync(running, trial.Cancel);
        if (
            MigrationTrial.Difference(await trial.CatalogueAt(null), actual, $"In the database of the running {service}") is
            { Length: > 0 } fault
        )
        {
            ServiceGate.Broken(ErrorCodes.MigrationUnproved, service, fault);
        }
    }

    private static IEnumerable<(string Service, string File, string Rule)> ProofsOf(string service)
    {
        try
        {
            var folder = TestDatabase.MigrationsOf(service);
            return MigrationProofs.All.SelectMany(proof => proof.FilesOf(folder).Select(file => (service, file.Name, proof.Rule)));
        }
        catch (MigrationException)
        {
            return [(service, "its folder", Reading)];
        }
    }

    private MigrationTrial TrialOf(string service) => new(TestServer.OfRun, TestDatabase.MigrationsOf(service), Cancel);
}
