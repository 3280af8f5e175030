namespace Pipeline.Migrations;

/// <summary>A folder of migrations of one test, removed at its end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("migrations-").FullName;

    public ScratchFolder With(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>A file in an encoding of that name, with its byte order mark.</summary>
    public ScratchFolder With(string name, string text, string encoding)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text, System.Text.Encoding.GetEncoding(encoding));
        return this;
    }

    public ScratchFolder Without(string name)
    {
        File.Delete(System.IO.Path.Combine(Path, name));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
