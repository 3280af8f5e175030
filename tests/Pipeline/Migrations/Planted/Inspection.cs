using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Databases.Proofs;

namespace Pipeline.Migrations.Planted;

/// <summary>Everything that is looked at before a folder of migrations is trusted.</summary>
internal static class Inspection
{
    /// <summary>What is found in a folder: file and rule, or file and code.</summary>
    /// <param name="server">Where databases are made.</param>
    /// <param name="path">The folder.</param>
    /// <param name="proofs">The proofs that it is put to.</param>
    /// <param name="cancel">Ends with the test.</param>
    /// <param name="placeholders">What stands for <c>${name}</c> in its files, by name.</param>
    /// <param name="format">Whose files they are.</param>
    public static Task<IReadOnlyList<(string File, string Rule)>> OfFolderAsync(
        TestServer server,
        string path,
        IEnumerable<MigrationProof> proofs,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? placeholders = null,
        MigrationFormat? format = null
    ) =>
        FindingsAsync(async findings =>
        {
            var folder = MigrationFolder.Read(path, placeholders, format);
            await using var trial = new MigrationTrial(server, folder, cancel);
            foreach (var (proof, file) in proofs.SelectMany(proof => proof.FilesOf(folder), (proof, file) => (proof, file)))
            {
                findings.UnionWith(await FindingsAsync(_ => proof.RunAsync(trial, file)));
            }
        });

    /// <summary>What keeps a folder from being applied to a database.</summary>
    public static Task<IReadOnlyList<(string File, string Rule)>> AgainstAsync(string databaseUrl, string path, CancellationToken cancel) =>
        FindingsAsync(async _ => await new Migrator(databaseUrl, MigrationFolder.Read(path)).UpAsync(cancel: cancel));

    private static async Task<IReadOnlyList<(string File, string Rule)>> FindingsAsync(Func<HashSet<(string File, string Rule)>, Task> look)
    {
        var findings = new HashSet<(string, string)>();
        try
        {
            await look(findings);
        }
        catch (MigrationException e)
        {
            findings.UnionWith(e.Problems.Select(problem => (Path.GetFileName(problem.File!), problem.Code)));
        }
        catch (ProofFailedException e)
        {
            findings.Add((e.File, e.Rule));
        }

        return [.. findings];
    }
}
