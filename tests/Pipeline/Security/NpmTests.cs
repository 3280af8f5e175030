using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client.Storage;
using Pipeline.Systems;

namespace Pipeline.Security;

[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class NpmTests : SystemTest
{
    // Notes what npm would obey where it is called, and fetches nothing.
    private const string Npm = """
        #!/bin/sh
        PATH=${PATH#*:}
        npm config get registry > "$NOTE"
        exit 1
        """;

    [TestMethod]
    public async Task The_settings_of_a_folder_above_the_cache_are_not_npms()
    {
        if (Users.IsRoot)
        {
            Assert.Inconclusive("Root's cache is in /var/cache, above which only root writes.");
        }

        var system = SystemOf(new TestService("notes") { Database = "notes" });
        var (shared, programs, note) = (
            Path.Combine(system.Folder, "shared"),
            Path.Combine(system.Folder, "bin"),
            Path.Combine(system.Folder, "note")
        );
        Directory.CreateDirectory(shared);
        Directory.CreateDirectory(programs);
        await File.WriteAllTextAsync(Path.Combine(shared, "package.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(shared, ".npmrc"), "registry=http://127.0.0.1:9/");
        await File.WriteAllTextAsync(Path.Combine(programs, "npm"), Npm);
        File.SetUnixFileMode(Path.Combine(programs, "npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await system
            .StartWith(
                new()
                {
                    ["XDG_CACHE_HOME"] = Path.Combine(shared, "cache"),
                    ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}",
                    ["POSTGRES_SOURCES"] = "npm",
                    ["NOTE"] = note,
                },
                "run",
                "--",
                "true"
            )
            .EndAsync();

        Assert.AreNotEqual(0, result.ExitCode);
        Assert.AreNotEqual("http://127.0.0.1:9/", (await File.ReadAllTextAsync(note)).Trim());
    }
}
