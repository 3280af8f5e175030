using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Calibration;

/// <summary>The same work at each call, of the kind that services do: JSON is read, changed and written, text is hashed. About a millisecond of a processor, so that what a call costs is not the noise of a socket.</summary>
internal static class FixedWork
{
    private const int Items = 150;
    private const int Rounds = 10;

    private static readonly string s_document = new JsonArray([.. Enumerable.Range(1, Items).Select(Item)]).ToJsonString();

    /// <summary>Does it.</summary>
    /// <returns>A digest, so that no compiler may leave the work out.</returns>
    public static string Do() => Enumerable.Range(0, Rounds).Aggregate("", (digest, _) => Round(digest));

    private static string Round(string digest)
    {
        var document = JsonNode.Parse(s_document)!.AsArray();
        foreach (var item in document)
        {
            item!["digest"] = digest;
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToJsonString())));
    }

    private static JsonNode Item(int number) =>
        new JsonObject { ["number"] = number, ["text"] = $"Sentence {number} of a paragraph of a common length, neither short nor long." };
}
