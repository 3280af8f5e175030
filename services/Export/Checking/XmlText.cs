using System.Xml;

namespace Export.Checking;

/// <summary>What text XML can hold (XML 1.0, production 2): no control characters but tab and line feed, no noncharacters U+FFFE and U+FFFF.</summary>
internal static class XmlText
{
    /// <summary>Whether the text comes back from a DOCX as it went in. A carriage return would not: XML reads it as a line feed.</summary>
    public static bool IsWritable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\r' || !XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text with U+FFFD for what cannot be written: for labels and titles that other services hold.</summary>
    public static string Clean(string text) =>
        IsWritable(text) ? text : string.Concat(text.EnumerateRunes().Select(r => IsWritable(r.ToString()) ? r.ToString() : "\uFFFD"));

    /// <summary>The start of a text, as it can stand in a message.</summary>
    public static string Shown(string text) => text.Length <= 60 ? Clean(text) : Clean(text[..59]) + "…";
}
