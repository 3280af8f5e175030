using System.Security.Cryptography;
using System.Text;
using Clients.Docx;
using Clients.Ingestion;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Ingestion;

/// <summary>Files that are no document: each is refused for what it is.</summary>
[TestClass]
public sealed class RefusedFileTests : IngestionTest
{
    [TestMethod]
    [DataRow("")]
    [DataRow("PK")]
    [DataRow("%PDF-1.7")]
    [DataRow("PK\u0003\u0004 and then nothing of a ZIP")]
    public async Task A_file_that_is_no_ZIP_archive_is_a_400(string content)
    {
        var problem = await RefusedAsync(Encoding.Latin1.GetBytes(content), 400);
        Assert.Contains("no ZIP archive", problem.Detail);
    }

    [TestMethod]
    public async Task A_ZIP_archive_that_is_no_DOCX_is_a_415()
    {
        foreach (
            var zip in new[]
            {
                Zip.Of(),
                Zip.Of(("notes.txt", "text")),
                Zip.Of(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")),
            }
        )
        {
            var problem = await RefusedAsync(zip, 415);
            Assert.Contains("no DOCX", problem.Detail);
        }
    }

    [TestMethod]
    public async Task A_package_without_a_main_document_is_a_415()
    {
        var problem = await RefusedAsync(Zip.Of(("[Content_Types].xml", Zip.ContentTypes), ("word/document.xml", "<a/>")), 415);
        Assert.Contains("without a text", problem.Detail);
    }

    [TestMethod]
    public async Task A_DOCX_without_text_is_a_422_and_its_failure_is_recorded()
    {
        var file = new DocxBuilder().Text("", " ", "\u00a0").Build();
        var problem = await RefusedAsync(file, 422);
        var records = await Ingestion.FindAsync(Convert.ToHexStringLower(SHA256.HashData(file)));

        Assert.Contains("no text", problem.Detail);
        Assert.HasCount(1, records, "The failure's record.");
        Assert.AreEqual((IngestionStatus.Failed, problem.Detail), (records[0].Status, records[0].Failure));
        Assert.AreEqual(new Counts(0, 0, 0, 0), records[0].Counts);
    }

    [TestMethod]
    [DataRow("word/document.xml", "<w:document", "no well-formed XML")]
    [DataRow("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "no well-formed XML")]
    [DataRow("word/document.xml", "<a/>", "damaged")]
    [DataRow("[Content_Types].xml", "<a/>", "damaged")]
    public async Task A_damaged_DOCX_is_a_422(string part, string content, string why)
    {
        var problem = await RefusedAsync(Zip.Replace(new DocxBuilder().Text("Text.").Build(), part, content), 422);
        Assert.Contains(why, problem.Detail);
    }

    [TestMethod]
    public async Task A_DOCX_nested_ten_thousand_levels_deep_is_a_422_and_not_the_end_of_the_service()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        var problem = await RefusedAsync(Zip.Replace(new DocxBuilder().Text("Text.").Build(), "word/document.xml", deep), 422);

        Assert.Contains("nested", problem.Detail);
        await Http.GetAsync("/health", Cancel).ExpectAsync(200);
    }

    [TestMethod]
    public async Task A_decompression_bomb_is_a_413_and_leaves_no_record()
    {
        var file = Zip.WithZeros(new DocxBuilder().Text("Text.").Build(), "word/media/image1.bmp", 201);
        var problem = await RefusedAsync(file, 413);

        Assert.IsLessThan(1024 * 1024, file.Length);
        Assert.Contains("bomb", problem.Detail);
        Assert.IsEmpty(await Ingestion.FindAsync(Convert.ToHexStringLower(SHA256.HashData(file))));
    }

    [TestMethod]
    public async Task An_archive_of_thousands_of_parts_is_a_413()
    {
        var problem = await RefusedAsync(Zip.Of([.. Enumerable.Range(0, 5_001).Select(i => ($"{i}", ""))]), 413);
        Assert.Contains("parts", problem.Detail);
    }

    [TestMethod]
    public async Task A_file_over_50_MB_is_a_413()
    {
        var problem = await RefusedAsync(new byte[(50 * 1024 * 1024) + 1], 413);
        Assert.Contains("50 MB", problem.Detail);
    }

    [TestMethod]
    public async Task A_paragraph_of_more_than_50000_characters_is_a_422()
    {
        var problem = await RefusedAsync(new DocxBuilder().Text(new string('x', 50_001)).Build(), 422);
        Assert.Contains("50000 characters", problem.Detail);
    }

    [TestMethod]
    public async Task A_file_of_another_media_type_is_a_415()
    {
        var problem = await Ingestion
            .SendAsync(new NewIngestion(new DocxBuilder().Text("Text.").Build()) { ContentType = "application/pdf" })
            .ExpectProblemAsync(415);
        Assert.Contains("application/pdf", problem.Detail);
    }

    [TestMethod]
    public async Task A_body_that_is_no_form_is_a_415()
    {
        var problem = await Http.PostJsonAsync("/ingest", new { file = "text" }, Cancel).ExpectProblemAsync(415);
        Assert.Contains("multipart/form-data", problem.Detail);
    }

    [TestMethod]
    public async Task A_form_without_a_file_is_a_400()
    {
        using var form = new MultipartFormDataContent { { new StringContent("text"), "title" } };
        var problem = await Http.PostAsync("/ingest", form, Cancel).ExpectProblemAsync(400);
        Assert.Contains("file", problem.Errors!.Keys);
    }

    [TestMethod]
    public async Task A_case_id_that_is_no_UUID_is_a_400()
    {
        var problem = await Ingestion
            .SendAsync(new NewIngestion(new DocxBuilder().Text("Text.").Build()) { CaseId = "seven" })
            .ExpectProblemAsync(400);
        Assert.Contains("case_id", problem.Errors!.Keys);
    }

    private Task<Problem> RefusedAsync(byte[] file, int status) => Ingestion.SendAsync(new NewIngestion(file)).ExpectProblemAsync(status);
}
