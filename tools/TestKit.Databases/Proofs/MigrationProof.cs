using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Which versions of a folder a proof is about.</summary>
public enum ProofScope
{
    /// <summary>Each by itself.</summary>
    EachVersion,

    /// <summary>Each that has one before it.</summary>
    LaterVersions,

    /// <summary>The newest, and so all of them together with the repeatables.</summary>
    NewestVersion,
}

/// <summary>A rule that migrations keep, and how to find out whether one does.</summary>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Scope">Which versions it is about.</param>
/// <param name="FaultOf">Looks for what breaks it; empty when nothing does.</param>
public sealed record MigrationProof(string Rule, ProofScope Scope, Func<MigrationTrial, MigrationFile, Task<string>> FaultOf)
{
    /// <summary>What breaks it is the version's undo file.</summary>
    public bool IsOfUndo { get; init; }

    /// <summary>Fails unless a file keeps the rule.</summary>
    /// <exception cref="ProofFailedException">It does not: file, rule and what was found.</exception>
    /// <exception cref="MigrationException">The runner itself refuses the file.</exception>
    public async Task RunAsync(MigrationTrial trial, MigrationFile file)
    {
        try
        {
            if (await FaultOf(trial, file) is { Length: > 0 } fault)
            {
                var maker = await FaultMaker.OfAsync(this, trial, file, fault);
                throw new ProofFailedException(this, IsOfUndo ? trial.UndoOf(maker) ?? maker : maker, fault);
            }
        }
        catch (MigrationException e)
        {
            throw await FaultMaker.OfAsync(trial, e);
        }
        catch (SqlSyntaxException e)
        {
            throw new MigrationException(new MigrationProblem(MigrationCodes.UnreadableSql, $"{file.Name}: {e.Message}.", file.Path), e);
        }
    }

    /// <summary>The files of a folder that it is about.</summary>
    public IEnumerable<MigrationFile> FilesOf(MigrationFolder folder) =>
        Scope switch
        {
            ProofScope.EachVersion => folder.Versioned,
            ProofScope.LaterVersions => folder.Versioned.Skip(1),
            _ => folder.Versioned.TakeLast(1),
        };
}

/// <summary>A migration breaks a rule.</summary>
/// <param name="proof">The rule.</param>
/// <param name="file">The migration.</param>
/// <param name="fault">What was found.</param>
public sealed class ProofFailedException(MigrationProof proof, MigrationFile file, string fault)
    : Exception($"{file.Path} breaks the rule \"{proof.Rule}\":{Environment.NewLine}{fault}{Environment.NewLine}")
{
    /// <summary>The rule.</summary>
    public string Rule => proof.Rule;

    /// <summary>The file's name.</summary>
    public string File => file.Name;
}
