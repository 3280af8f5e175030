using System.Text.Json;

namespace Caselaw.Tables;

/// <summary>A draft as the Records service gives it.</summary>
internal sealed record Draft(Guid Id, JsonElement DocumentJson);

/// <summary>A paragraph of a draft.</summary>
internal readonly record struct Paragraph(string? Id, string Text);

/// <summary>Reads the paragraphs of a LegalDocument. Records takes any object as a document: what has another form has no paragraphs.</summary>
internal static class DraftText
{
    public static IEnumerable<Paragraph> Paragraphs(JsonElement document) =>
        Member(document, "body") is { } body ? Items(body, "sections").SelectMany(OfSection) : [];

    private static IEnumerable<Paragraph> OfSection(JsonElement section) =>
        [
            .. Items(section, "paragraphs").Select(p => new Paragraph(Text(p, "id"), Text(p, "text") ?? "")),
            .. Items(section, "children").SelectMany(OfSection),
        ];

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
