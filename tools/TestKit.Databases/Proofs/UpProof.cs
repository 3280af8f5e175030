using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A version applied from nothing makes what its file says.</summary>
internal static class UpProof
{
    public static async Task<string> DeclaredIsThereAsync(MigrationTrial trial, MigrationFile file)
    {
        var catalogue = await trial.CatalogueAt(file.Version);
        var missing = DeclaredObjects
            .Of(file)
            .Where(one => !catalogue.Lines.Any(one.IsIn))
            .Select(one => $"{one} is declared and not in the catalogue");
        var invalid = catalogue.Lines.Where(line => line.EndsWith(" INVALID", StringComparison.Ordinal));
        return string.Join(Environment.NewLine, missing.Concat(invalid));
    }
}
