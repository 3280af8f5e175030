using System.Security.Cryptography;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.Evidence;

/// <summary>What goes into the evidence vault comes out of it byte for byte.</summary>
[TestClass]
public sealed class EvidenceTests : WorkflowTest
{
    private const int Limit = 50 * 1024 * 1024;

    [TestMethod]
    [DataRow(1)]
    [DataRow(64 * 1024 + 1)]
    [DataRow(Limit)]
    public async Task A_file_comes_back_byte_for_byte(int size)
    {
        var file = await FileAsync(size);
        Step("the file is uploaded");
        var item = await Services.Records.AddEvidenceAsync(file);
        Step("it is downloaded");
        var bytes = await ContentAsync(item.Id);

        Assert.AreEqual((size, Sha256(file.Bytes)), (bytes.Length, Sha256(bytes)));
        Assert.AreEqual((size, Sha256(file.Bytes)), (item.Size, item.Sha256));
    }

    [TestMethod]
    [DataRow(0, 400)]
    [DataRow(Limit + 1, 413)]
    public async Task A_file_of_no_byte_or_of_one_too_many_is_refused_and_the_case_has_none(int size, int status)
    {
        var file = await FileAsync(size);
        Step("the file is uploaded");
        await Client("records").PostAsync("/api/evidence", file.ToForm(), Cancel).ExpectProblemAsync(status);
        Step("the evidence of its case is listed");

        JsonAssert.AreSame(Array.Empty<EvidenceItem>(), await OfCaseAsync(file.CaseId));
    }

    [TestMethod]
    public async Task The_same_file_uploaded_twice_is_two_pieces_of_evidence_and_outlives_the_other()
    {
        var file = await FileAsync(1000);
        Step("the file is uploaded twice");
        var (first, second) = (await Services.Records.AddEvidenceAsync(file), await Services.Records.AddEvidenceAsync(file));
        Assert.AreEqual(first.Sha256, second.Sha256);
        JsonAssert.AreSame(new[] { second, first }, await OfCaseAsync(file.CaseId));

        Step("one of the two is deleted");
        await Client("records").DeleteAsync($"/api/evidence/{first.Id}", Cancel).ExpectAsync(204);
        await Client("records").GetAsync($"/api/evidence/{first.Id}/content", Cancel).ExpectProblemAsync(404);
        Assert.AreEqual(Sha256(file.Bytes), Sha256(await ContentAsync(second.Id)));
    }

    private async Task<NewEvidence> FileAsync(int size) =>
        new((await Services.Records.CreateCaseAsync()).Id) { Bytes = RandomNumberGenerator.GetBytes(size) };

    private async Task<byte[]> ContentAsync(Guid id)
    {
        using var response = await Client("records").GetAsync($"/api/evidence/{id}/content", Cancel).ExpectAsync(200);
        return await response.Content.ReadAsByteArrayAsync(Cancel);
    }

    private Task<EvidenceItem[]> OfCaseAsync(Guid id) =>
        Client("records").GetAsync($"/api/cases/{id}/evidence", Cancel).ExpectAsync<EvidenceItem[]>(200);

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
