using System.Text.Json.Nodes;

namespace Performance.Stock;

/// <summary>A LegalDocument of a common size: ten numbered sections of five paragraphs, two sentences each.</summary>
internal static class SampleDocument
{
    private const string First = "Plaintiff entered into a written lease with Defendant on March 1, 2023.";
    private const string Second = "Defendant has paid nothing since June 1, 2023.";

    public static JsonObject Create() =>
        new()
        {
            ["meta"] = new JsonObject
            {
                ["id"] = Guid.CreateVersion7(),
                ["title"] = "Plaintiff's Original Petition",
                ["type"] = "petition",
                ["created_at"] = "2024-05-31T08:00:00Z",
                ["updated_at"] = "2024-05-31T08:00:00Z",
            },
            ["body"] = new JsonObject { ["sections"] = Array(10, Section) },
            ["citations"] = new JsonArray(),
        };

    private static JsonObject Section(int number) =>
        new()
        {
            ["id"] = Guid.CreateVersion7(),
            ["title"] = $"Section {number}",
            ["number"] = $"{number}",
            ["level"] = 1,
            ["type"] = "section",
            ["paragraphs"] = Array(5, _ => Paragraph()),
            ["children"] = new JsonArray(),
        };

    private static JsonObject Paragraph() =>
        new()
        {
            ["id"] = Guid.CreateVersion7(),
            ["text"] = $"{First} {Second}",
            ["sentences"] = new JsonArray(Sentence(0, First), Sentence(First.Length + 1, Second)),
            ["format_spans"] = new JsonArray(),
        };

    private static JsonObject Sentence(int start, string text) =>
        new()
        {
            ["id"] = Guid.CreateVersion7(),
            ["start_offset"] = start,
            ["end_offset"] = start + text.Length,
            ["text"] = text,
        };

    private static JsonArray Array(int count, Func<int, JsonObject> item) => new([.. Enumerable.Range(1, count).Select(item)]);
}
