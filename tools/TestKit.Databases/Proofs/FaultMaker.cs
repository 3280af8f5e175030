using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>The file that makes a fault, which need not be the one in which it comes to light.</summary>
internal static class FaultMaker
{
    /// <summary>What the newest version has, an earlier one may have made: the first that has the same fault.</summary>
    public static async Task<MigrationFile> OfAsync(MigrationProof proof, MigrationTrial trial, MigrationFile file, string fault)
    {
        var found = Subjects(fault);
        foreach (var earlier in trial.Folder.Versioned.TakeWhile(each => proof.Scope == ProofScope.NewestVersion && each != file))
        {
            await using var past = trial.UpTo(earlier.Version!);
            if (found.Overlaps(Subjects(await EarlierFaultAsync(proof, past, earlier))))
            {
                return earlier;
            }
        }

        return file;
    }

    /// <summary>A statement that fails over rows is of the file that lets these in, when a foreign key would have kept them out.</summary>
    public static async Task<MigrationException> OfAsync(MigrationTrial trial, MigrationException failure)
    {
        var problem = failure.Problems[0];
        return
            problem.Code == MigrationCodes.StatementFailed
            && trial.Folder.Versioned.FirstOrDefault(file => file.Path == problem.File) is { } stumbling
            && await MissingKey.FindAsync(trial, stumbling) is var (key, maker)
            ? new MigrationException(
                new MigrationProblem(
                    problem.Code,
                    $"{maker.Name} makes {key.Table}.{key.Column} without a foreign key to {key.Parent}. {stumbling.Name} stumbles over rows that it would refuse: {problem.Message}",
                    maker.Path
                ),
                failure
            )
            : failure;
    }

    private static async Task<string> EarlierFaultAsync(MigrationProof proof, MigrationTrial past, MigrationFile earlier)
    {
        try
        {
            return await proof.FaultOf(past, earlier);
        }
        catch (Exception e) when (e is MigrationException or PostgresException or InvalidOperationException)
        {
            return ""; // a version that can't be tried says nothing
        }
    }

    // A line's subject stands before its colon; behind it is what was tried, which may be another each time. A line that ends in one is a heading.
    private static HashSet<string> Subjects(string fault) =>
        [
            .. fault
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.EndsWith(':'))
                .Select(line => line.Split(": ")[0]),
        ];
}
