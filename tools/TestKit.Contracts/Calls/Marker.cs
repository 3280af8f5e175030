using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>A word that no other request has, at the end of the texts of a body: so that nothing is there already, and it can be found again.</summary>
internal static class Marker
{
    public static string New() => $" m{Guid.NewGuid():N}";

    /// <summary>Appends it where the schema lets it, to a text as long as may be in place of its end; what was broken stays broken, and in the same way.</summary>
    public static JsonObject Append(ApiDocument document, ApiOperation operation, JsonObject input, string marker)
    {
        var marked = input.DeepClone().AsObject();
        var texts = (input["body"] as JsonObject)?.Where(member => member.Value?.GetValueKind() == JsonValueKind.String) ?? [];
        foreach (var (name, value) in texts)
        {
            var (target, text) = (new Input(document, operation), value!.GetValue<string>());
            _ =
                target.Put(marked, "body", name, text + marker)
                || target.Put(marked, "body", name, WithoutEnd(text, marker.Length) + marker);
        }

        return marked;
    }

    // Lengths are in characters, of which some are two UTF-16 units.
    private static string WithoutEnd(string text, int length) => string.Concat(text.EnumerateRunes().SkipLast(length));
}
