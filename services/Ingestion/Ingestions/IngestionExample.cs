namespace Ingestion.Ingestions;

/// <summary>A file for the contract: no schema can say what a DOCX is.</summary>
internal static class IngestionExample
{
    /// <summary>A heading, and a paragraph with a citation.</summary>
    public static byte[] Docx { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(IngestionExample).Assembly.GetManifestResourceStream("Example.docx")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
