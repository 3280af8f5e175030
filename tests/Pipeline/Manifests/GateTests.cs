using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

/// <summary>How strict each gate is.</summary>
[TestClass]
public sealed class GateTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gates-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void An_entrys_gates_go_before_the_manifests_and_what_is_given_at_the_start_before_both()
    {
        var manifest = Read(
            """
            {"gates": {"contracts": "warn", "keywords": "off"}, "services": [
              {"name": "a", "command": "x", "port": 1},
              {"name": "b", "command": "x", "port": 2, "gates": {"contracts": "error", "coverage": "warn"}}]}
            """
        );
        Assert.AreEqual(new GateLevels(GateLevel.Warn, GateLevel.Off), manifest.Services[0].Gates);
        Assert.AreEqual(new GateLevels(GateLevel.Error, GateLevel.Off, GateLevel.Warn), manifest.Services[1].Gates);
        Assert.AreEqual(
            new GateLevels(GateLevel.Off, GateLevel.Off, GateLevel.Error),
            manifest.Services[1].Gates.With(GateLevels.Parse("contracts=off coverage=error"))
        );
    }

    [TestMethod]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "gates": {"contract": "warn"}}]}""",
        "no gate 'contract'. There are contracts, keywords, coverage"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "gates": {"contracts": "warning"}}]}""",
        "a level 'warning'. There are off, warn, error"
    )]
    [DataRow("""{"gates": {"speed": "off"}, "services": [{"name": "a", "command": "x", "port": 1}]}""", "no gate 'speed'")]
    [DataRow("""{"gates": "off", "services": [{"name": "a", "command": "x", "port": 1}]}""", "must be an object")]
    public void A_gate_or_a_level_that_there_is_none_of_is_told_with_those_that_there_are(string text, string says)
    {
        var error = Assert.ThrowsExactly<SuiteException>(() => Read(text)).Errors.Single();
        Assert.AreEqual(ErrorCodes.ManifestBadValue, error.Code);
        StringAssert.Contains(error.Message, says);
    }

    [TestMethod]
    [DataRow("contracts")]
    [DataRow("contracts=maybe")]
    [DataRow("=warn")]
    public void What_is_given_at_the_start_is_checked_too(string text) =>
        Assert.ThrowsExactly<FormatException>(() => GateLevels.Parse(text));

    [TestMethod]
    [DataRow(ErrorCodes.AnswerNotExercised, "contracts")]
    [DataRow(ErrorCodes.AnswerNotDocumented, "contracts")]
    [DataRow(ErrorCodes.KeywordNotExercised, "keywords")]
    [DataRow(ErrorCodes.CoverageBelow, "coverage")]
    [DataRow(ErrorCodes.CoverageIncomplete, "coverage")]
    [DataRow(ErrorCodes.CoverageUnreadable, "coverage")]
    [DataRow(ErrorCodes.CoverageToolFailed, "coverage")]
    [DataRow(ErrorCodes.LatencyNotHeld, "latency")]
    [DataRow(ErrorCodes.MigrationUnproved, "migrations")]
    public void A_breach_of_a_gate_is_an_error_a_warning_or_nothing_and_other_gates_have_no_word_in_it(string code, string gate)
    {
        var error = new SuiteError(code, "broken", "a");
        foreach (var other in GateLevels.Names.Where(name => name != gate))
        {
            Assert.AreEqual(error, Gates(other, "off").Judge(error).Single());
        }
        Assert.AreEqual(error, Gates(gate, "error").Judge(error).Single());
        Assert.AreEqual(error with { IsWarning = true }, Gates(gate, "warn").Judge(error).Single());
        Assert.IsEmpty(Gates(gate, "off").Judge(error));
    }

    [TestMethod]
    public void What_is_no_gates_stays_an_error()
    {
        var error = new SuiteError(ErrorCodes.ServiceDied, "dead", "a");
        Assert.AreEqual(
            error,
            new GateLevels(GateLevel.Off, GateLevel.Off, GateLevel.Off, GateLevel.Off, GateLevel.Off).Judge(error).Single()
        );
    }

    private static GateLevels Gates(string gate, string level) => new GateLevels().With([new(gate, level)]);

    private ServiceManifest Read(string text)
    {
        var file = Path.Combine(_folder, "services.json");
        File.WriteAllText(file, text);
        return ServiceManifest.Read(file);
    }
}
