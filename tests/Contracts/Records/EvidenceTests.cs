using System.Net.Http.Headers;
using System.Security.Cryptography;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class EvidenceTests : RecordsTest
{
    private const int FiftyMegabytes = 50 * 1024 * 1024;

    [TestMethod]
    public async Task Added_evidence_is_found_where_its_location_says_with_its_digest_and_size()
    {
        var evidence = new NewEvidence((await Records.CreateCaseAsync()).Id);
        using var response = await Http.PostAsync("/api/evidence", evidence.ToForm(), Cancel).ExpectAsync(201);
        var item = await response.ReadStrictAsync<EvidenceItem>();

        JsonAssert.AreSame(item, await Http.GetAsync(response.Headers.Location, Cancel).ExpectAsync<EvidenceItem>(200));
        JsonAssert.AreSame(
            new EvidenceItem(
                item.Id,
                evidence.CaseId,
                evidence.Title,
                evidence.FileName,
                evidence.ContentType,
                evidence.Bytes.Length,
                Digest(evidence.Bytes),
                item.CreatedAt
            ),
            item
        );
    }

    [TestMethod]
    public async Task The_content_is_the_same_bytes_tagged_with_their_digest()
    {
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        var item = await Records.AddEvidenceAsync(new NewEvidence((await Records.CreateCaseAsync()).Id) { Bytes = bytes });
        using var response = await Http.GetAsync($"/api/evidence/{item.Id}/content", Cancel).ExpectAsync(200);

        Assert.AreSequenceEqual(bytes, await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.AreEqual($"\"{Digest(bytes)}\"", response.Headers.ETag?.ToString());
        Assert.AreEqual("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.AreEqual(item.FileName, response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.AreEqual("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [TestMethod]
    [DataRow("{0}", 304)]
    [DataRow("W/{0}", 304)]
    [DataRow("\"other\", {0}", 304)]
    [DataRow("*", 304)]
    [DataRow("\"other\"", 200)]
    public async Task Content_that_the_reader_has_is_not_sent_again(string ifNoneMatch, int status)
    {
        var item = await Records.AddEvidenceAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/evidence/{item.Id}/content");
        request.Headers.TryAddWithoutValidation("If-None-Match", string.Format(ifNoneMatch, $"\"{item.Sha256}\""));
        using var response = await Http.SendAsync(request, Cancel).ExpectAsync(status);

        Assert.AreEqual($"\"{item.Sha256}\"", response.Headers.ETag?.ToString());
        Assert.AreEqual(status == 304, (await response.Content.ReadAsByteArrayAsync(Cancel)).Length == 0);
    }

    [TestMethod]
    public async Task Evidence_of_a_case_is_listed_newest_first()
    {
        var @case = await Records.CreateCaseAsync();
        var first = await Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        var second = await Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        var (items, total) = await ListAsync<EvidenceItem>($"/api/cases/{@case.Id}/evidence");

        JsonAssert.AreSame([second, first], items);
        Assert.AreEqual(2, total);
    }

    [TestMethod]
    public async Task The_evidence_of_a_case_is_listed_all_at_once_however_much_it_is()
    {
        var @case = await Records.CreateCaseAsync();
        var added = new List<EvidenceItem>();
        while (added.Count < 51)
        {
            added.Insert(0, await Records.AddEvidenceAsync(new NewEvidence(@case.Id) { Bytes = [(byte)added.Count] }));
        }

        await Records.AddEvidenceAsync();

        var (items, total) = await ListAsync<EvidenceItem>($"/api/cases/{@case.Id}/evidence");
        JsonAssert.AreSame(added, items);
        Assert.AreEqual(51, total);
    }

    [TestMethod]
    public async Task A_title_is_kept_letter_by_letter_and_may_have_300_characters()
    {
        var evidence = new NewEvidence((await Records.CreateCaseAsync()).Id);
        foreach (
            var title in new[] { "  É e\u0301 “quoted” 👩🏽‍⚖️ \u00a0", new string('t', 300), string.Concat(Enumerable.Repeat("😀", 300)) }
        )
        {
            Assert.AreEqual(title, (await Records.AddEvidenceAsync(evidence with { Title = title })).Title);
        }

        await ExpectRefusedAsync(UploadAsync(evidence with { Title = string.Concat(Enumerable.Repeat("😀", 301)) }), "title");
    }

    [TestMethod]
    public async Task Deleted_evidence_is_gone_with_its_content()
    {
        var item = await Records.AddEvidenceAsync();
        await Http.DeleteAsync($"/api/evidence/{item.Id}", Cancel).ExpectAsync(204);

        await Http.GetAsync($"/api/evidence/{item.Id}", Cancel).ExpectProblemAsync(404);
        await Http.GetAsync($"/api/evidence/{item.Id}/content", Cancel).ExpectProblemAsync(404);
        Assert.AreEqual(0, (await ListAsync<EvidenceItem>($"/api/cases/{item.CaseId}/evidence")).Total);
    }

    [TestMethod]
    [DataRow("""C:\scans\deed of trust.pdf""", "deed of trust.pdf")]
    [DataRow("../../etc/passwd", "passwd")]
    [DataRow("folder/", "unnamed")]
    [DataRow("Übergabe.pdf", "Übergabe.pdf")]
    public async Task A_file_name_loses_its_folders(string sent, string stored)
    {
        var item = await Records.AddEvidenceAsync(new NewEvidence((await Records.CreateCaseAsync()).Id) { FileName = sent });

        Assert.AreEqual(stored, item.FileName);
        await Http.GetAsync($"/api/evidence/{item.Id}/content", Cancel).ExpectAsync(200);
    }

    [TestMethod]
    public async Task A_file_of_no_stated_type_is_stored_as_plain_bytes()
    {
        var @case = await Records.CreateCaseAsync();
        var form = new MultipartFormDataContent
        {
            { new StringContent($"{@case.Id}"), "case_id" },
            { new StringContent("t"), "title" },
            { new ByteArrayContent([1]), "file", "f" },
        };
        var item = await Http.PostAsync("/api/evidence", form, Cancel).ExpectAsync<EvidenceItem>(201);

        Assert.AreEqual("application/octet-stream", item.ContentType);
    }

    [TestMethod]
    [DataRow("case_id")]
    [DataRow("title")]
    [DataRow("file")]
    public async Task An_upload_without_one_of_its_parts_is_refused(string part)
    {
        var whole = new NewEvidence((await Records.CreateCaseAsync()).Id).ToForm();
        var form = new MultipartFormDataContent();
        foreach (var content in whole.Where(c => c.Headers.ContentDisposition?.Name != part))
        {
            form.Add(content);
        }

        await ExpectRefusedAsync(Http.PostAsync("/api/evidence", form, Cancel), part);
    }

    [TestMethod]
    public async Task An_upload_with_a_part_that_is_wrong_is_refused()
    {
        var good = new NewEvidence((await Records.CreateCaseAsync()).Id);

        await ExpectRefusedAsync(UploadAsync(good with { Title = " " }), "title");
        await ExpectRefusedAsync(UploadAsync(good with { Title = new string('t', 301) }), "title");
        await ExpectRefusedAsync(UploadAsync(good with { Bytes = [] }), "file");
        Assert.AreEqual(0, (await ListAsync<EvidenceItem>($"/api/cases/{good.CaseId}/evidence")).Total);
    }

    [TestMethod]
    public async Task An_upload_for_a_case_whose_id_is_none_is_refused()
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("7"), "case_id" },
            { new StringContent("t"), "title" },
            { new ByteArrayContent([1]), "file", "f" },
        };
        await ExpectRefusedAsync(Http.PostAsync("/api/evidence", form, Cancel), "case_id");
    }

    [TestMethod]
    public async Task An_upload_for_a_case_that_is_not_there_is_a_404() =>
        await UploadAsync(new NewEvidence(Guid.NewGuid())).ExpectProblemAsync(404);

    [TestMethod]
    [DataRow("application/json")]
    [DataRow("application/x-www-form-urlencoded")]
    [DataRow("text/plain")]
    public async Task An_upload_that_is_no_multipart_form_is_a_415(string mediaType)
    {
        var body = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        var problem = await Http.PostAsync("/api/evidence", body, Cancel).ExpectProblemAsync(415);
        Assert.Contains("multipart/form-data", problem.Detail);
    }

    [TestMethod]
    public async Task Fifty_megabytes_are_taken_and_one_byte_more_is_a_413()
    {
        var evidence = new NewEvidence((await Records.CreateCaseAsync()).Id);
        foreach (var more in new[] { 1, 2 * 1024 * 1024 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/evidence")
            {
                Content = (evidence with { Bytes = new byte[FiftyMegabytes + more] }).ToForm(),
                Headers = { ExpectContinue = true }, // what is far too large is refused before it is sent
            };
            var problem = await Http.SendAsync(request, Cancel).ExpectProblemAsync(413);
            Assert.Contains("50 MB", problem.Detail, $"records: POST /api/evidence of 50 MB and {more} bytes");
        }

        var item = await Records.AddEvidenceAsync(evidence with { Bytes = new byte[FiftyMegabytes] });

        Assert.AreEqual(FiftyMegabytes, item.Size);
        await Http.DeleteAsync($"/api/evidence/{item.Id}", Cancel).ExpectAsync(204);
    }

    private Task<HttpResponseMessage> UploadAsync(NewEvidence evidence) => Http.PostAsync("/api/evidence", evidence.ToForm(), Cancel);

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
