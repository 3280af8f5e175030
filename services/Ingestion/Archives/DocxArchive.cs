using System.IO.Compression;
using LegalDocuments.Docx;
using ServiceDefaults.Http;

namespace Ingestion.Archives;

/// <summary>
/// Looks a file over before the Open XML SDK opens it: the SDK reads parts into memory whole and their elements by
/// recursion, so that size and depth must be known to be sound. Nothing in the archive's headers is trusted.
/// </summary>
internal static class DocxArchive
{
    /// <summary>A file of 50 MB full of pictures comes out little larger; a bomb comes out a thousand times larger.</summary>
    public const long MaxUncompressed = 200L * 1024 * 1024;

    /// <summary>More than any text processor writes, even with a picture on each of a thousand pages.</summary>
    public const int MaxEntries = 5_000;

    /// <summary>Checks a file.</summary>
    /// <exception cref="ApiException">400 no ZIP, 413 a decompression bomb, 415 a ZIP but no DOCX, 422 a damaged DOCX.</exception>
    public static void Check(byte[] bytes)
    {
        using var archive = Open(bytes);
        if (archive.Entries.Count > MaxEntries)
        {
            throw TooLarge($"holds more than {MaxEntries} parts");
        }

        if (
            archive.GetEntry("[Content_Types].xml") is null
            || !archive.Entries.Any(e => IsPart(e) && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new ApiException(415, $"The file is a ZIP archive but no DOCX ({DocxFormat.MediaType}).");
        }

        try
        {
            ReadAll(archive);
        }
        catch (InvalidDataException)
        {
            throw ApiException.Unprocessable("The DOCX is damaged: a part of it cannot be unpacked.");
        }
    }

    private static ZipArchive Open(byte[] bytes)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            _ = archive.Entries;
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw ApiException.BadField("file", "is no ZIP archive, and so no DOCX");
        }
    }

    private static void ReadAll(ZipArchive archive)
    {
        var budget = new ByteBudget(MaxUncompressed);
        foreach (var entry in archive.Entries)
        {
            using var stream = new BudgetedStream(entry.Open(), budget);
            if (
                entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            )
            {
                XmlPart.Check(stream, entry.Name);
            }

            stream.CopyTo(Stream.Null);
        }
    }

    private static bool IsPart(ZipArchiveEntry entry) => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The archive is, or would become, too large.</summary>
    public static ApiException TooLarge(string how) => new(413, $"The file is refused as a decompression bomb: it {how}.");
}
