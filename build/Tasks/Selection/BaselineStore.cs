using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>Keeps baselines in a private folder: each file is named by what it holds, so that one that was cut or changed is none, two runs never write the same one, and a copy of the folder is as good as it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="kind">What the baselines are of: those of other tests are left alone.</param>
internal sealed class BaselineStore(string folder, string kind)
{
    private const int MostFiles = 64;
    private const long MostBytes = 256L << 20;
    private const string Ending = ".json.gz";

    /// <summary>The folder, made if need be.</summary>
    /// <param name="given">The one that was asked for; null: this user's cache.</param>
    /// <exception cref="SuiteException">It is not safe.</exception>
    public static string Open(string? given) =>
        PrivateFolder.Open(string.IsNullOrEmpty(given) ? Path.Combine(PrivatePaths.Cache(), "selection") : Path.GetFullPath(given));

    /// <summary>The baselines, the newest first.</summary>
    public IEnumerable<Baseline> Read() =>
        new DirectoryInfo(folder)
            .EnumerateFiles($"{kind}-*{Ending}")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => TryRead(file.FullName))
            .OfType<Baseline>()
            .OrderByDescending(baseline => baseline.At);

    /// <summary>Adds one, whole or not at all, and lets the oldest go.</summary>
    public void Write(Baseline baseline)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, baseline, ClientJson.Options);
        }

        var content = packed.ToArray();
        var file = Path.Combine(folder, $"{kind}-{NameOf(content)}{Ending}");
        var building = Path.Combine(folder, $".{Guid.NewGuid():N}");
        using (var output = new FileStream(building, PrivateFolder.File0600(FileMode.CreateNew, FileAccess.Write, FileShare.None)))
        {
            output.Write(content);
        }

        File.Move(building, file, overwrite: true);
        Trim();
    }

    private static Baseline? TryRead(string path)
    {
        try
        {
            using var file = PlainFile.TryOpenOwn(path);
            using var content = new MemoryStream();
            file?.CopyTo(content);
            if (!path.EndsWith($"-{NameOf(content.ToArray())}{Ending}", StringComparison.Ordinal))
            {
                return null; // not what was written
            }

            content.Position = 0;
            using var zip = new GZipStream(content, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Baseline>(zip, ClientJson.Options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            return null; // gone meanwhile, or of another version of the suite
        }
    }

    private void Trim()
    {
        var (files, bytes) = (0, 0L);
        foreach (
            var file in new DirectoryInfo(folder).EnumerateFiles($"*{Ending}").OrderByDescending(file => file.LastWriteTimeUtc).ToList()
        )
        {
            bytes += file.Length;
            if (++files > MostFiles || (bytes > MostBytes && files > 1))
            {
                file.Delete();
            }
        }
    }

    private static string NameOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
