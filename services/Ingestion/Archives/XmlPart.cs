using System.Xml;
using ServiceDefaults.Http;

namespace Ingestion.Archives;

/// <summary>An XML part of a DOCX.</summary>
internal static class XmlPart
{
    /// <summary>The text of a thousand pages with all its markup is below this.</summary>
    public const int MaxCharacters = 64 * 1024 * 1024;

    /// <summary>Deeper than tables in tables in text boxes ever go; ten thousand levels would overflow the reader's stack.</summary>
    public const int MaxDepth = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
    };

    /// <summary>Reads a part through.</summary>
    /// <exception cref="ApiException">422: it is no well-formed XML, or too large or too deep to be a document's.</exception>
    public static void Check(Stream stream, string name)
    {
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                {
                    throw ApiException.Unprocessable($"The DOCX cannot be read: {name} is nested more than {MaxDepth} levels deep.");
                }
            }
        }
        catch (XmlException)
        {
            throw ApiException.Unprocessable($"The DOCX is damaged: {name} is no well-formed XML.");
        }
    }
}
