using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Manifests;

/// <summary>Mistakes in what a manifest says of ports.</summary>
[TestClass]
public sealed class PortMistakeTests : ManifestTest
{
    [TestMethod]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": ▲"1"}]}""",
        ErrorCodes.ManifestBadValue,
        "'port' must be a whole number",
        DisplayName = "a port that is a text"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": ▲65536}]}""",
        ErrorCodes.ManifestBadValue,
        "from 1 to 65535",
        DisplayName = "a port out of range"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": ▲80.5}]}""",
        ErrorCodes.ManifestBadValue,
        "'port'",
        DisplayName = "a port that is a fraction"
    )]
    [DataRow(
        """{"services": [{"name": "a", "project": "services.json", "port": 1, "coverage": {"report": ▲"lcov.info"}}]}""",
        ErrorCodes.ManifestBadValue,
        "for a 'command' only",
        DisplayName = "a report of a .NET project"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "coverage": {"exclude": ["a"], "report": ▲"lcov.info"}}]}""",
        ErrorCodes.ManifestBadValue,
        "exclude each other",
        DisplayName = "sources left out of a report that others write"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "workingDirectory": "${env:X:-y}", "coverage": {"report": ▲"lcov.info"}}]}""",
        ErrorCodes.ManifestBadValue,
        "must be absolute",
        DisplayName = "a report in a folder that is not known yet"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "coverage": {"include": ▲["Acme.Common"]}}]}""",
        ErrorCodes.ManifestBadValue,
        "is for a 'project' only",
        DisplayName = "an assembly of a command"
    )]
    [DataRow(
        """{"services": [{"name": "a", "project": "services.json", "port": 1, "coverage": {"include": ▲["bin/Acme.dll"]}}]}""",
        ErrorCodes.ManifestBadValue,
        "must be names of assemblies",
        DisplayName = "a file in place of an assembly's name"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": "a", "migrations": ".", "migrator": ▲"liquibase"}]}""",
        ErrorCodes.ManifestBadValue,
        "must be one of evolve, flyway, golang-migrate",
        DisplayName = "a migrator that there is none of"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": "a", "migrator": ▲"flyway"}]}""",
        ErrorCodes.ManifestMissingKey,
        "'migrator' needs 'migrations'",
        DisplayName = "a migrator of nothing"
    )]
    [DataRow(
        """{"postgres": {"port": ▲0}, "services": [{"name": "a", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'port' must be a whole number from 1 to 65535",
        DisplayName = "a PostgreSQL on no port"
    )]
    [DataRow(
        """{"postgres": {"port": 2}, "services": [{"name": "a", "command": "x", "ports": ▲{"b": 1, "c": 2}}]}""",
        ErrorCodes.ManifestDuplicate,
        "port 2 is the one of 'postgres'",
        DisplayName = "a service on PostgreSQL's port"
    )]
    [DataRow(
        """{"services": [▲{"name": "a", "command": "x"}]}""",
        ErrorCodes.ManifestMissingKey,
        "'port' is missing",
        DisplayName = "no port"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1}, {"name": "b", "command": "x", "port": ▲1}]}""",
        ErrorCodes.ManifestDuplicate,
        "taken by service 'a' on line 2",
        DisplayName = "two services on a port"
    )]
    public void A_mistake_is_told_with_its_place(string text, string code, string says) => AssertMistake(text, code, says);
}
