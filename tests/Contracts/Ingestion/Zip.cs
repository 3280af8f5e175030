using System.IO.Compression;

namespace Contracts.Ingestion;

/// <summary>ZIP archives, sound and otherwise.</summary>
internal static class Zip
{
    /// <summary>The content types of a package that has no parts worth a name.</summary>
    public const string ContentTypes =
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""";

    /// <summary>An archive of text files.</summary>
    public static byte[] Of(params (string Name, string Content)[] files) =>
        Write(zip =>
        {
            foreach (var (name, content) in files)
            {
                Add(zip, name, content);
            }
        });

    /// <summary>An archive with a file replaced.</summary>
    public static byte[] Replace(byte[] archive, string name, string content) =>
        Write(
            zip =>
            {
                zip.GetEntry(name)!.Delete();
                Add(zip, name, content);
            },
            archive
        );

    /// <summary>An archive with a file of zeros added, which packs a thousand to one.</summary>
    public static byte[] WithZeros(byte[] archive, string name, int megabytes) =>
        Write(
            zip =>
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                var zeros = new byte[1024 * 1024];
                for (var i = 0; i < megabytes; i++)
                {
                    stream.Write(zeros);
                }
            },
            archive
        );

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private static byte[] Write(Action<ZipArchive> change, byte[]? archive = null)
    {
        using var stream = new MemoryStream();
        stream.Write(archive ?? []);
        stream.Position = 0;
        using (var zip = new ZipArchive(stream, archive is null ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }
}
