using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestKit.Contracts.Calls;

/// <summary>A word that no other request has, at the end of the texts of a body: so that nothing is there already, and it can be found again.</summary>
internal static class Marker
{
    public static string New() => $" m{Guid.NewGuid():N}";

    /// <summary>Appends it where the schema lets it; what was broken stays broken, and in the same way.</summary>
    public static JsonObject Append(ApiDocument document, ApiOperation operation, JsonObject input, string marker)
    {
        var marked = input.DeepClone().AsObject();
        var texts = (input["body"] as JsonObject)?.Where(member => member.Value?.GetValueKind() == JsonValueKind.String) ?? [];
        foreach (var (name, value) in texts)
        {
            new Input(document, operation).Put(marked, "body", name, value!.GetValue<string>() + marker);
        }

        return marked;
    }
}
