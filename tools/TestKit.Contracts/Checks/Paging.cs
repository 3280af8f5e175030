using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>How a list is asked for in pages, by the usual names of its parameters.</summary>
/// <param name="Size">The parameter that says how many.</param>
/// <param name="Start">The one that says from where.</param>
/// <param name="First">What is asked for the first page.</param>
/// <param name="IsCounted">Whether pages are counted, and not items.</param>
/// <param name="Largest">How many may be asked for, and are, to see the whole.</param>
internal sealed record Paging(string Size, string Start, int First, bool IsCounted, int Largest)
{
    private const int Enough = 50;
    private const int Fewest = 4;

    private static readonly string[] s_sizes = ["limit", "pagesize", "perpage", "size", "take", "top", "count"];
    private static readonly string[] s_starts = ["offset", "skip", "start", "startindex"];
    private static readonly string[] s_pages = ["page", "pagenumber"];
    private static readonly string[] s_totals = ["total", "totalcount", "totalitems"];

    /// <summary>Null: it is not, as far as names tell; of pages also when the contract does not say what the first is.</summary>
    public static Paging? Of(ApiOperation operation) =>
        Find(operation, s_sizes) is not { } size
        || Math.Min(Bound(size, "maximum") ?? Enough, Enough) is not (>= Fewest and var largest)
        || Bound(size, "minimum") > 2
            ? null
        : Find(operation, s_starts) is { } start ? new(Name(size), Name(start), Bound(start, "minimum") ?? 0, IsCounted: false, largest)
        : Find(operation, s_pages) is { } page && Bound(page, "minimum") is { } first
            ? new(Name(size), Name(page), first, IsCounted: true, largest)
        : null;

    /// <summary>The input that asks for a page.</summary>
    public JsonObject Page(JsonObject bound, int page, int size)
    {
        var copy = bound.DeepClone().AsObject();
        copy["query"]![Size] = size;
        copy["query"]![Start] = First + (IsCounted ? page : page * size);
        return copy;
    }

    /// <summary>What tells the items of a list apart: their ids, where they have such. Null: the answer is no list.</summary>
    public static List<string>? Items(Answer answer) =>
        answer.IsSuccess && (answer.Json as JsonArray ?? ListWithin(answer.Json)) is { } items
            ? [.. items.Select(item => ((item as JsonObject)?["id"] ?? item)?.ToJsonString() ?? "null")]
            : null;

    /// <summary>The length that an answer says the whole list has.</summary>
    public static int? Total(Answer answer) =>
        int.TryParse(answer.Header("X-Total-Count"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total
        : (answer.Json as JsonObject)?.FirstOrDefault(member => s_totals.Contains(Plain(member.Key))).Value is JsonValue value
        && value.TryGetValue<int>(out var count)
            ? count
        : null;

    /// <summary>The only list among the members of an object.</summary>
    private static JsonArray? ListWithin(JsonNode? answer) =>
        (answer as JsonObject)?.Select(member => member.Value).OfType<JsonArray>().ToList() is [var only] ? only : null;

    private static JsonElement? Find(ApiOperation operation, string[] names) =>
        operation
            .ParametersIn("query")
            .Where(parameter => names.Contains(Plain(Name(parameter))))
            .Where(parameter => PossibleTypes.Of(operation.Document, parameter.GetProperty("schema")).Contains("integer"))
            .Cast<JsonElement?>()
            .FirstOrDefault();

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    private static int? Bound(JsonElement parameter, string keyword) =>
        parameter.GetProperty("schema") is { ValueKind: JsonValueKind.Object } schema
        && schema.TryGetProperty(keyword, out var bound)
        && bound.TryGetInt32(out var number)
            ? number
            : null;
}
