using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A copy of a folder of migrations that a test may spoil.</summary>
internal sealed class FolderCopy(MigrationFolder original) : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("migrations-").FullName;

    /// <summary>Copies a folder.</summary>
    public static FolderCopy Of(MigrationFolder folder)
    {
        var copy = new FolderCopy(folder);
        foreach (var file in folder.Versioned.Concat(folder.Undo).Concat(folder.Repeatable))
        {
            copy.Replace(file, file.Text);
        }

        return copy;
    }

    /// <summary>Gives a file another text.</summary>
    public void Replace(MigrationFile file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file.Name), text);

    /// <summary>The folder as it is now.</summary>
    public MigrationFolder Read() => MigrationFolder.Read(Path, original.Placeholders, original.Format);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
