using Clients.BlockKit;
using Clients.Problems;
using Clients.Signature;
using IntegrationSuite.TestKit;

namespace Contracts.Signature;

[TestClass]
public sealed class SignatureFormatTests : SignatureTest
{
    private static readonly SignatureFields Jane = new(
        "Jane Doe",
        "24012345",
        "Doe & Partners LLP",
        "100 Main St.\nAustin, Texas 78701",
        "(512) 555-0100",
        "jane@doe.com"
    );

    private static readonly Line[] Layout =
    [
        Line.Left("Respectfully submitted,"),
        Line.Left("/s/ {{attorney_name}}"),
        Line.Left("State Bar No. {{bar_number}}"),
        Line.Left("{{firm}}"),
        Line.Left("{{address}}"),
        Line.Left("Telephone: {{phone}}"),
        Line.Left("{{email}}"),
    ];

    [TestMethod]
    public async Task A_template_is_filled_line_by_line() =>
        AssertSame<Line[]>(
            [
                Line.Left("Respectfully submitted,"),
                Line.Left("/s/ Jane Doe"),
                Line.Left("State Bar No. 24012345"),
                Line.Left("Doe & Partners LLP"),
                Line.Left("100 Main St."),
                Line.Left("Austin, Texas 78701"),
                Line.Left("Telephone: (512) 555-0100"),
                Line.Left("jane@doe.com"),
            ],
            await FormatAsync(Jane)
        );

    [TestMethod]
    public async Task A_line_without_a_value_is_left_out() =>
        AssertSame<Line[]>(
            [Line.Left("Respectfully submitted,"), Line.Left("/s/ Jane Doe"), Line.Left("State Bar No. 24012345")],
            await FormatAsync(new SignatureFields("Jane Doe", "24012345", Firm: " ", Address: ""))
        );

    [TestMethod]
    public async Task What_was_formatted_can_be_extracted() =>
        AssertSame(Jane, await Signature.ExtractAsync([.. (await FormatAsync(Jane)).Select(line => line.Text)]));

    [TestMethod]
    public async Task A_template_that_is_not_approved_does_not_format()
    {
        var template = await Templates.CreateAsync();
        await Http.PostJsonAsync("/signature/format", new { templateId = template.Id, signature = Jane }, Cancel).ExpectProblemAsync(409);
    }

    [TestMethod]
    public async Task An_unknown_template_does_not_format() =>
        await Http.PostJsonAsync("/signature/format", new { templateId = Guid.CreateVersion7(), signature = Jane }, Cancel)
            .ExpectProblemAsync(404);

    [TestMethod]
    [DataRow("""{"template_id":1,"signature":{"attorney_name":"J","bar_number":"1"}}""", "template_id")]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000"}""", "signature")]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000","signature":{"bar_number":"1"}}""", "signature.attorney_name")]
    [DataRow(
        """{"template_id":"0198c0de-0000-7000-8000-000000000000","signature":{"attorney_name":"","bar_number":"1"}}""",
        "signature.attorney_name"
    )]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000","signature":{"attorney_name":"J"}}""", "signature.bar_number")]
    [DataRow(
        """{"template_id":"0198c0de-0000-7000-8000-000000000000","signature":{"attorney_name":"J","bar_number":" "}}""",
        "signature.bar_number"
    )]
    [DataRow(
        """{"template_id":"0198c0de-0000-7000-8000-000000000000","signature":{"attorney_name":"J","bar_number":"1","fax":"1"}}""",
        "fax"
    )]
    public async Task A_malformed_request_is_refused(string body, string field) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/signature/format", body, Cancel), field);

    private async Task<Line[]> FormatAsync(SignatureFields signature)
    {
        var template = await Templates.CreateApprovedAsync(Layout);
        return [.. (await Signature.FormatAsync(template.Id, signature)).Lines];
    }
}
