using System.Text.Json;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.ServiceHost.Client;

InheritedEnvironment.ForgetPostgres();

// Stdin has a line for each database, tab-separated: address, folder, version, placeholders as JSON, format. All are migrated at once, so that one kill meets them all.
var lines = (await Console.In.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
var runs = lines
    .Select(line => line.Split('\t'))
    .Select(words =>
        VersionLabel.TryParse(words[2]) is { } version
            ? new Migrator(
                words[0],
                MigrationFolder.Read(
                    words[1],
                    JsonSerializer.Deserialize<Dictionary<string, string>>(words[3]),
                    MigrationFormat.Of(words[4])
                )
            ).UpAsync(version)
            : throw new ArgumentException($"'{words[2]}' is no version.")
    );

// The first that fails ends the process: whoever is to kill it waits for all, and learns why none comes.
await foreach (var run in Task.WhenEach(runs))
{
    await run;
}
