using System.Text;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>A JSON object to which members are added as text: comments, order and blanks stay as they are.</summary>
internal sealed class JsonText
{
    private readonly string _file;
    private readonly byte[] _utf8;
    private readonly string _newLine;
    private readonly PlacedJson _root;

    /// <summary>Reads it.</summary>
    /// <exception cref="Client.SuiteException">It is no JSON object: SUITE118.</exception>
    public JsonText(string file, string text)
    {
        (_file, _utf8, _newLine) = (file, Encoding.UTF8.GetBytes(text), text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
        try
        {
            _root = PlacedJson.Parse(_utf8);
        }
        catch (JsonException e)
        {
            throw InputFile.Wrong(file, "It is no valid JSON.", (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
        }
        if (_root.Members is null)
        {
            throw InputFile.Wrong(file, "It must be a JSON object.");
        }
    }

    /// <summary>The text.</summary>
    public string Text => Encoding.UTF8.GetString(_utf8);

    /// <summary>It with a member of an object of it; the object is added too, if it is not there. A member that is there stays.</summary>
    /// <param name="group">The object.</param>
    /// <param name="key">The member.</param>
    /// <param name="value">Its text.</param>
    /// <param name="open">Told when another value stands there.</param>
    /// <exception cref="Client.SuiteException">The object is something else: SUITE118.</exception>
    public JsonText With(string group, string key, string value, List<string> open)
    {
        if (Find(_root, group) is not { } inner)
        {
            return Inserted(_root, $"{_newLine}  \"{group}\": {{ \"{key}\": \"{value}\" }}", _newLine);
        }
        if (inner.Members is null)
        {
            var (line, column) = new TextCursor(_utf8).MoveTo(inner.Offset);
            throw InputFile.Wrong(_file, $"'{group}' must be an object.", line, column);
        }
        if (Find(inner, key) is not { } there)
        {
            return Inserted(inner, $" \"{key}\": \"{value}\"", " ");
        }
        if (there.Text != value)
        {
            open.Add($"{Path.GetFileName(_file)} has \"{key}\": \"{there.Text}\" already, and not \"{value}\".");
        }
        return this;
    }

    // As its first member, just behind the brace.
    private JsonText Inserted(PlacedJson into, string member, string end)
    {
        var at = into.Offset + 1;
        var rest = Encoding.UTF8.GetString(_utf8[at..]);
        return new JsonText(_file, Encoding.UTF8.GetString(_utf8[..at]) + member + (into.Members!.Count > 0 ? "," : end) + rest);
    }

    private static PlacedJson? Find(PlacedJson from, string key) => from.Members!.FirstOrDefault(member => member.Key == key)?.Value;
}
