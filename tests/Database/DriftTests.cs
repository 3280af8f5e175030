using Microsoft.VisualStudio.TestTools.UnitTesting;
using Migrations;
using Npgsql;
using TestKit;
using TestKit.Databases;
using TestKit.Databases.Proofs;

namespace Database;

[TestClass]
public sealed class DriftTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public async Task A_running_services_schema_is_what_its_migrations_make(string service)
    {
        await using var running = NpgsqlDataSource.Create(PostgresAddress.Parse(Suite.Service(service).DatabaseUrl!));
        await using var trial = TrialOf(service);

        var actual = await Catalogue.ReadAsync(running, Cancel);

        Assert.AreEqual("", MigrationTrial.Difference(await trial.CatalogueAt(null), actual, $"In the database of the running {service}"));
    }
}
