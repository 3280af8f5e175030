using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Manifests;

[TestClass]
public sealed class MistakeTests : ManifestTest
{
    [TestMethod]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, ▲"colour": 1}]}""",
        ErrorCodes.ManifestUnknownKey,
        "'colour'",
        DisplayName = "a key that is unknown"
    )]
    [DataRow(
        """{▲"server": [], "services": [{"name": "a", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestUnknownKey,
        "'server'",
        DisplayName = "a key of the manifest that is unknown"
    )]
    [DataRow(
        """{"services": [{"name": ▲"Ä b", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "lower case letters",
        DisplayName = "a name that is none"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": ▲"  ", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "must name a program",
        DisplayName = "a command without a program"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": ▲["x", 1], "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'command'",
        DisplayName = "a command with a number"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "health": ▲"health"}]}""",
        ErrorCodes.ManifestBadValue,
        "begins with '/'",
        DisplayName = "a health path without a slash"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "stopTimeout": ▲-1}]}""",
        ErrorCodes.ManifestBadValue,
        "seconds above 0",
        DisplayName = "a negative timeout"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "env": ▲{"A": 1}}]}""",
        ErrorCodes.ManifestBadValue,
        "'env'",
        DisplayName = "an environment with a number"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "dependsOn": ▲"b"}]}""",
        ErrorCodes.ManifestBadValue,
        "'dependsOn'",
        DisplayName = "a dependency that is no list"
    )]
    [DataRow(
        """{"postgres": ▲5433, "services": [{"name": "a", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'postgres' must be an object",
        DisplayName = "a PostgreSQL that is a number"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "stopExitCodes": ▲130}]}""",
        ErrorCodes.ManifestBadValue,
        "'stopExitCodes' must be a list of whole numbers from 0 to 255",
        DisplayName = "an exit code that is no list"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "stopExitCodes": ▲[130, 256]}]}""",
        ErrorCodes.ManifestBadValue,
        "from 0 to 255",
        DisplayName = "an exit code that is too high"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "kind": "job", "stopExitCodes": ▲[1]}]}""",
        ErrorCodes.ManifestBadValue,
        "not for a job",
        DisplayName = "a job that is stopped"
    )]
    [DataRow("""{"services": ▲{}}""", ErrorCodes.ManifestBadValue, "a list", DisplayName = "services that are no list")]
    [DataRow("""{"services": ▲[]}""", ErrorCodes.ManifestBadValue, "at least one", DisplayName = "no services")]
    [DataRow("""{"services": [▲"a"]}""", ErrorCodes.ManifestBadValue, "must be an object", DisplayName = "a service that is a text")]
    [DataRow("""▲[]""", ErrorCodes.ManifestBadValue, "must be an object", DisplayName = "a manifest that is a list")]
    [DataRow("""▲{}""", ErrorCodes.ManifestMissingKey, "'services'", DisplayName = "an empty manifest")]
    [DataRow(
        """{"services": [▲{"command": "x", "port": 1}]}""",
        ErrorCodes.ManifestMissingKey,
        "'name' is missing",
        DisplayName = "no name"
    )]
    [DataRow(
        """{"services": [▲{"name": "a", "port": 1}]}""",
        ErrorCodes.ManifestMissingKey,
        "either 'project', 'command' or 'image'",
        DisplayName = "nothing to start"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "migrations": ▲"."}]}""",
        ErrorCodes.ManifestMissingKey,
        "'database'",
        DisplayName = "migrations without a database"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": "a", "placeholders": ▲{"owner": "ann"}}]}""",
        ErrorCodes.ManifestMissingKey,
        "'placeholders' needs 'migrations'",
        DisplayName = "placeholders without migrations"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": "a", "migrations": ".", "placeholders": ▲{"${owner}": "ann"}}]}""",
        ErrorCodes.ManifestBadValue,
        "names of letters, digits, '_', '-' and '.', without ${}; '${owner}' is none",
        DisplayName = "a placeholder with its brackets"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": "d", "migrations": ".", "placeholders": {"p": "1"}}, {"name": "b", "command": "x", "port": 2, "database": "d", "migrations": ▲"."}]}""",
        ErrorCodes.ManifestDuplicate,
        "with other placeholders",
        DisplayName = "two services, one database, other placeholders"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1}, {"name": ▲"a", "command": "x", "port": 2}]}""",
        ErrorCodes.ManifestDuplicate,
        "name a is taken",
        DisplayName = "two services of a name"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, ▲"port": 2}]}""",
        ErrorCodes.ManifestDuplicate,
        "'port' twice",
        DisplayName = "a key that stands twice"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "dependsOn": [▲"b"]}]}""",
        ErrorCodes.ManifestUnknownDependency,
        "'b'",
        DisplayName = "a dependency that is not there"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "dependsOn": ▲["a"]}]}""",
        ErrorCodes.ManifestCycle,
        "a → a",
        DisplayName = "a service that depends on itself"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "dependsOn": ▲["b"]}, {"name": "b", "command": "x", "port": 2, "dependsOn": ["a"]}]}""",
        ErrorCodes.ManifestCycle,
        "a → b → a",
        DisplayName = "a circle"
    )]
    [DataRow(
        """{"services": [{"name": "a", "project": ▲"no/No.csproj", "port": 1}]}""",
        ErrorCodes.ManifestMissingPath,
        "No.csproj",
        DisplayName = "a project that is not there"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "workingDirectory": ▲"no"}]}""",
        ErrorCodes.ManifestMissingPath,
        "'workingDirectory'",
        DisplayName = "a folder that is not there"
    )]
    [DataRow(
        """{"services": [{"name": "a" ▲"command": "x"}]}""",
        ErrorCodes.ManifestMalformed,
        "no valid JSON",
        DisplayName = "a comma that is missing"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1}]▲""",
        ErrorCodes.ManifestMalformed,
        "no valid JSON",
        DisplayName = "a file that was cut short"
    )]
    [DataRow("▲", ErrorCodes.ManifestMalformed, "no valid JSON", DisplayName = "an empty file")]
    [DataRow(
        """{"services": [{"name": ▲"one\n", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "control characters",
        DisplayName = "a name with a line feed at its end"
    )]
    [DataRow(
        """{"services": [{"name": "a", "title": ▲"A\u001b[2J", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'title' must not contain control characters",
        DisplayName = "a title that clears the screen"
    )]
    [DataRow(
        """{"services": [{"name": "a", "title": ▲"A\u202eB", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'title' must not contain control characters",
        DisplayName = "a title that turns the text around it"
    )]
    [DataRow(
        """{"services": [{"name": "a", "title": ▲"A\u0085B", "command": "x", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'title' must not contain control characters",
        DisplayName = "a title with a control character of C1"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "database": ▲"one\n"}]}""",
        ErrorCodes.ManifestBadValue,
        "control characters",
        DisplayName = "a database with a line feed at its end"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "workingDirectory": ▲"\n"}]}""",
        ErrorCodes.ManifestBadValue,
        "control characters",
        DisplayName = "a folder with a line feed"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": "x", "port": 1, "env": ▲{"A\n": "1"}}]}""",
        ErrorCodes.ManifestBadValue,
        "'env'",
        DisplayName = "a variable's name with a line feed"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": ▲"node 'my file.mjs", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'command' has a quote that is not closed",
        DisplayName = "a quote that is not closed"
    )]
    [DataRow(
        """{"services": [{"name": "a", "command": ▲"node \"", "port": 1}]}""",
        ErrorCodes.ManifestBadValue,
        "'command' has a quote that is not closed",
        DisplayName = "a quote at the end"
    )]
    public void A_mistake_is_told_with_its_place(string text, string code, string says) => AssertMistake(text, code, says);

    [TestMethod]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var codes = Mistakes(
                """{"services": [{"name": "a", "port": 0, "colour": 1}, {"name": "b", "command": "x", "port": 1, "dependsOn": ["c"]}]}"""
            )
            .Select(error => error.Code);
        CollectionAssert.AreEqual(
            new[]
            {
                ErrorCodes.ManifestMissingKey,
                ErrorCodes.ManifestBadValue,
                ErrorCodes.ManifestUnknownKey,
                ErrorCodes.ManifestUnknownDependency,
            },
            codes.ToList()
        );
    }
}
