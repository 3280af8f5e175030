using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report.Files;

/// <summary>
/// A folder of records that tests and services wrote, perhaps on another machine: nothing outside of it is read, whatever its links say,
/// and nothing in it has to be well-formed. What could not be read is noted for the reader of the page.
/// </summary>
/// <param name="root">Its path.</param>
/// <param name="notes">Where that is noted.</param>
internal sealed class RecordFolder(string root, List<string> notes)
{
    private const int LongestLine = 1 << 20;
    private const int MostFiles = 10_000;
    private const long LargestFile = 512L << 20;
    private const long LargestJson = 64L << 20;

    /// <summary>Its absolute path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Notes what is missing of the page.</summary>
    public void Note(string what) => notes.Add(what);

    /// <summary>The names of the plain files of a folder below it, by name.</summary>
    /// <param name="folder">Relative; empty for itself.</param>
    /// <param name="pattern">As <c>*.trx</c>.</param>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var full = Path.Combine(Root, folder);
        return Directory.Exists(full) && IsInside(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(full, pattern)
                    .Take(MostFiles)
                    .Select(file => Path.GetFileName(file)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string file) => Length(file) > 0;

    /// <summary>Opens a file.</summary>
    /// <returns>Null when there is none, it is empty, too large, a link or no plain file, which is noted.</returns>
    public FileStream? TryOpen(string file, long most = LargestFile)
    {
        var length = Length(file);
        if (length > most)
        {
            Note($"{file} is larger than {most >> 20} MB and was left out.");
        }

        return length is > 0 && length <= most
            ? new FileStream(Path.Combine(Root, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : null;
    }

    /// <summary>Reads a file whole.</summary>
    public byte[]? TryReadBytes(string file, long most)
    {
        using var stream = TryOpen(file, most);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads a JSON file.</summary>
    /// <returns>Null when there is none that can be read.</returns>
    public T? TryReadJson<T>(string file)
        where T : class
    {
        try
        {
            return TryReadBytes(file, LargestJson) is { } bytes ? JsonSerializer.Deserialize<T>(bytes, ClientJson.Options) : null;
        }
        catch (JsonException e)
        {
            Note($"{file} was cut short or is malformed: {e.Message}");
            return null;
        }
    }

    /// <summary>Reads the lines of a file, of each at most a million characters.</summary>
    public IEnumerable<string> Lines(string file)
    {
        using var stream = TryOpen(file);
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream);
        foreach (var line in BoundedText.Lines(reader, LongestLine))
        {
            yield return line;
        }
    }

    /// <summary>Writes a file whole; whoever reads it meanwhile sees the one before.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="IOException">It can't be written, or a link is on the way to it.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public string Write(string file, string text)
    {
        var (path, part) = (Path.Combine(Root, file), file + ".part");
        if (!IsInside(file) || !IsInside(part))
        {
            throw new IOException("a link is in its place or above it");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(Path.Combine(Root, part), text);
        File.Move(Path.Combine(Root, part), path, overwrite: true);
        return path;
    }

    // A pipe or a device has no length, and must not even be opened.
    private long Length(string file) => IsInside(file) && new FileInfo(Path.Combine(Root, file)) is { Exists: true } info ? info.Length : 0;

    private bool IsInside(string relative)
    {
        var path = Root;
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path = Path.Combine(path, part);
            if (part is "." or ".." || new FileInfo(path).LinkTarget is not null)
            {
                Note($"{relative} is a link or leads out of the folder, and was left out.");
                return false;
            }
        }

        return true;
    }
}
