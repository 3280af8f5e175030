using Migrations.Files;
using Migrations.Running;
using ServiceHost.Client;

InheritedEnvironment.ForgetPostgres();

// Stdin has a line for each database, tab-separated: address, folder, version. All are migrated at once, so that one kill meets them all.
var lines = (await Console.In.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
await Task.WhenAll(
    lines
        .Select(line => line.Split('\t'))
        .Select(words =>
            VersionLabel.TryParse(words[2]) is { } version
                ? new Migrator(words[0], MigrationFolder.Read(words[1])).UpAsync(version)
                : throw new ArgumentException($"'{words[2]}' is no version.")
        )
);
