using System.Text.Json.Nodes;
using Clients.LegalDocuments;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Export;

/// <summary>What a document must be to be exported.</summary>
[TestClass]
public sealed class ExportDocumentTests : ExportTest
{
    [TestMethod]
    [DataRow("$.body", null)]
    [DataRow("$.citations", null)]
    [DataRow("$.citations", "null")]
    [DataRow("$.meta.id", "\"7\"")]
    [DataRow("$.meta.title", "\"\"")]
    [DataRow("$.meta.title", "\"  \"")]
    [DataRow("$.meta.created_at", "\"yesterday\"")]
    [DataRow("$.meta.author", "\"Ann\"")]
    [DataRow("$.body.sections[0].level", "0")]
    [DataRow("$.body.sections[0].level", "10")]
    [DataRow("$.body.sections[0].type", "\"\"")]
    [DataRow("$.body.sections[0].children", "[null]")]
    [DataRow("$.body.sections[0].number", "\"123456789012345678901234567890123456789012345678901\"")]
    [DataRow("$.body.sections[0].paragraphs[0].text", "7")]
    [DataRow("$.body.sections[0].paragraphs[0].text", "\"\\u0000\"")]
    [DataRow("$.body.sections[0].paragraphs[0].sentences", "[{}]")]
    [DataRow("$.body.sections[0].paragraphs[0].format_spans", """[{"start_offset":-1,"end_offset":1,"style":"bold"}]""")]
    [DataRow("$.body.sections[0].paragraphs[0].format_spans", """[{"start_offset":0,"end_offset":1,"style":"blink"}]""")]
    [DataRow("$.caseblock", """{"plaintiffs":["A"]}""")]
    [DataRow("$.caseblock", """{"plaintiffs":[null],"defendants":[]}""")]
    [DataRow("$.caseblock", """{"plaintiffs":[],"defendants":[],"confidence":2}""")]
    [DataRow("$.signature_block", """{"attorney_name":"Jane"}""")]
    public async Task A_document_that_breaks_the_schema_is_a_400_that_names_the_field(string path, string? value)
    {
        var document = ToJson(Documents.Short());
        Set(document, path[2..].Split('.'), value);
        await Http.PostJsonAsync("/export/document", document, Cancel).ExpectProblemAsync(400);
    }

    [TestMethod]
    [DataRow("$.meta.title", 1000)]
    [DataRow("$.meta.type", 50)]
    [DataRow("$.meta.source_file", 1000)]
    [DataRow("$.body.sections[0].title", 1000)]
    [DataRow("$.body.sections[0].type", 50)]
    [DataRow("$.body.sections[0].number", 50)]
    [DataRow("$.body.sections[0].paragraphs[0].text", 50_000)]
    [DataRow("$.caseblock.cause_number", 1000)]
    [DataRow("$.caseblock.court", 1000)]
    [DataRow("$.signature_block.attorney_name", 1000)]
    [DataRow("$.signature_block.bar_number", 1000)]
    [DataRow("$.signature_block.firm", 1000)]
    [DataRow("$.signature_block.address", 1000)]
    [DataRow("$.signature_block.phone", 1000)]
    [DataRow("$.signature_block.email", 1000)]
    public async Task A_text_of_as_many_characters_as_allowed_is_exported_and_one_more_is_a_400(string path, int longest)
    {
        foreach (var (length, status) in new[] { (longest, 200), (longest + 1, 400) })
        {
            var document = ToJson(
                Documents.Short() with
                {
                    Caseblock = new Clients.LegalDocuments.CaseBlock([], []),
                    SignatureBlock = new Clients.LegalDocuments.SignatureBlock("Jane", "1"),
                }
            );
            Set(document, path[2..].Split('.'), $"\"{new string('x', length)}\"");
            await Http.PostJsonAsync("/export/document", document, Cancel).ExpectAsync(status);
        }
    }

    [TestMethod]
    [DataRow("$.caseblock.plaintiffs", 100)]
    [DataRow("$.caseblock.defendants", 100)]
    public async Task A_hundred_parties_a_side_are_exported_and_one_more_is_a_400(string path, int most)
    {
        foreach (var (count, status) in new[] { (most, 200), (most + 1, 400) })
        {
            var document = ToJson(Documents.Short() with { Caseblock = new Clients.LegalDocuments.CaseBlock([], []) });
            Set(document, path[2..].Split('.'), $"[{string.Join(',', Enumerable.Repeat("\"Ann\"", count))}]");
            await Http.PostJsonAsync("/export/document", document, Cancel).ExpectAsync(status);
        }
    }

    [TestMethod]
    [DataRow(
        "$.citations",
        100_001,
        """{"paragraph_id":"0198c0de-0000-7000-8000-000000000001","text":"a","start":0,"end":1,"type":"case","components":{}}"""
    )]
    [DataRow(
        "$.body.sections[0].paragraphs[0].sentences",
        75_001,
        """{"id":"0198c0de-0000-7000-8000-000000000001","start_offset":0,"end_offset":0,"text":""}"""
    )]
    [DataRow("$.body.sections[0].paragraphs[0].format_spans", 75_001, """{"start_offset":0,"end_offset":1,"style":"bold"}""")]
    public async Task A_list_of_one_more_than_the_schema_allows_is_a_400(string path, int count, string item)
    {
        var document = ToJson(Documents.Short());
        Set(document, path[2..].Split('.'), $"[{string.Join(',', Enumerable.Repeat(item, count))}]");
        await Http.PostJsonAsync("/export/document", document, Cancel).ExpectProblemAsync(400);
    }

    [TestMethod]
    [DataRow("Unknown\u0001")]
    [DataRow("\uFFFE")]
    [DataRow("line\r\nend")]
    public async Task A_control_character_that_no_DOCX_keeps_is_a_422_wherever_it_stands(string text)
    {
        foreach (
            var document in new[]
            {
                Documents.Short(text),
                Documents.Of("Title", Documents.Section(text, "Text.")),
                Documents.Of("Title", Documents.Section("SECTION", text)),
                Documents.Short() with
                {
                    Caseblock = new Clients.LegalDocuments.CaseBlock([text], ["B"]),
                },
                Documents.Short() with
                {
                    SignatureBlock = new Clients.LegalDocuments.SignatureBlock("Jane Roe", "1", Address: text),
                },
            }
        )
        {
            var problem = await Http.PostJsonAsync("/export/document", document, Cancel).ExpectProblemAsync(422);
            Assert.Contains("control character", problem.Detail);
        }
    }

    [TestMethod]
    public Task A_document_without_text_is_a_422() => ExpectRefusedAsync("no text", Documents.Of("Title", Documents.Section("", "  ")));

    [TestMethod]
    public Task Only_the_first_section_may_have_no_title() =>
        ExpectRefusedAsync("no title", Documents.Of("Title", Documents.Section("", "Text."), Documents.Section(" ", "Text.")));

    [TestMethod]
    public Task A_child_must_be_deeper_than_its_parent() =>
        ExpectRefusedAsync("'CHILD'", Documents.Of("Title", Documents.Section("PARENT") with { Children = [Documents.Section("CHILD")] }));

    [TestMethod]
    [DataRow(0, 5, "Text ")]
    [DataRow(0, 4, "Next")]
    [DataRow(0, 99, "Text")]
    [DataRow(4, 0, "")]
    public Task A_sentence_must_be_the_text_between_its_offsets(int start, int end, string text) =>
        ExpectRefusedAsync(
            "sentence",
            Of(Documents.Paragraph("Text.") with { Sentences = [new Sentence(Guid.CreateVersion7(), start, end, text)] })
        );

    [TestMethod]
    public Task Sentences_must_not_overlap() =>
        ExpectRefusedAsync(
            "overlap",
            Of(
                Documents.Paragraph("One. Two.") with
                {
                    Sentences = [new Sentence(Guid.CreateVersion7(), 0, 9, "One. Two."), new Sentence(Guid.CreateVersion7(), 5, 9, "Two.")],
                }
            )
        );

    [TestMethod]
    [DataRow(3, 2)]
    [DataRow(0, 12)]
    [DataRow(0, 1)]
    public Task A_format_span_must_be_a_part_of_the_text(int start, int end) =>
        ExpectRefusedAsync(
            "format span",
            Of(Documents.Paragraph("\U0001F600 text") with { FormatSpans = [new FormatSpan(start, end, FormatStyle.Bold)] })
        );

    [TestMethod]
    public Task Of_what_is_wrong_with_a_paragraph_its_place_is_told()
    {
        var wrong = Documents.Paragraph("Wrong.") with { FormatSpans = [new FormatSpan(3, 2, FormatStyle.Bold)] };
        var section = Documents.Section("SECTION", "Right.") with { Paragraphs = [Documents.Paragraph("Right."), wrong] };
        return ExpectRefusedAsync("paragraph 2 of section 'SECTION'", Documents.Of("Title", section));
    }

    [TestMethod]
    public async Task More_than_ten_thousand_paragraphs_are_a_422()
    {
        var half = Documents.Section("HALF", [.. Enumerable.Repeat("Text.", 5_001)]);
        await ExpectRefusedAsync("more than 10000", Documents.Of("Title", half, half));
    }

    private async Task ExpectRefusedAsync(string why, LegalDocument document)
    {
        var problem = await Http.PostJsonAsync("/export/document", document, Cancel).ExpectProblemAsync(422);
        Assert.Contains(why, problem.Detail);
    }

    private static LegalDocument Of(Paragraph paragraph) =>
        Documents.Of("Title", Documents.Section("SECTION") with { Paragraphs = [paragraph] });

    /// <summary>Sets the member at a path such as <c>body.sections[0].title</c>; null takes it out.</summary>
    private static void Set(JsonObject document, string[] path, string? value)
    {
        JsonNode at = document;
        foreach (var step in path[..^1])
        {
            at = step.EndsWith("[0]", StringComparison.Ordinal) ? at[step[..^3]]![0]! : at[step]!;
        }

        at.AsObject().Remove(path[^1]);
        if (value is not null)
        {
            at[path[^1]] = JsonNode.Parse(value);
        }
    }
}
