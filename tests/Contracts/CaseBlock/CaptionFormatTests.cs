using Clients.BlockKit;
using Clients.CaseBlock;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.CaseBlock;

[TestClass]
public sealed class CaptionFormatTests : CaseBlockTest
{
    private static readonly Caption Smith = new(
        ["JOHN SMITH", "JANE SMITH", "BOB ROE"],
        ["ACME CORP."],
        "2024-12345",
        "IN THE DISTRICT COURT\nTRAVIS COUNTY, TEXAS"
    );

    [TestMethod]
    public async Task A_template_is_filled_line_by_line() =>
        AssertSame<Line[]>(
            [
                Line.Center("CAUSE NO. 2024-12345"),
                Line.Center("IN THE DISTRICT COURT"),
                Line.Center("TRAVIS COUNTY, TEXAS"),
                Line.Left("JOHN SMITH, JANE SMITH, and BOB ROE, Plaintiffs,"),
                new Line("v.", "right"),
                Line.Left("ACME CORP., Defendant."),
            ],
            await FormatAsync(
                Smith,
                Line.Center("CAUSE NO. {{cause_number}}"),
                Line.Center("{{court}}"),
                Line.Left("{{plaintiffs}}, {{plaintiff_role}},"),
                new Line("v.", "right"),
                Line.Left("{{ defendants }}, {{defendant_role}}.")
            )
        );

    [TestMethod]
    public async Task A_line_stands_once_for_each_party() =>
        AssertSame<Line[]>(
            [Line.Left("JOHN SMITH,"), Line.Left("JANE SMITH,"), Line.Left("BOB ROE,"), Line.Left("v. ACME CORP.")],
            await FormatAsync(Smith, Line.Left("{{plaintiff}},"), Line.Left("v. {{defendant}}"))
        );

    [TestMethod]
    public async Task Two_lists_stand_side_by_side_and_the_shorter_ends_in_blanks() =>
        AssertSame<Line[]>(
            [Line.Left("JOHN SMITH § IN THE DISTRICT COURT"), Line.Left("JANE SMITH § TRAVIS COUNTY, TEXAS"), Line.Left("BOB ROE §")],
            await FormatAsync(Smith, Line.Left("{{plaintiff}} § {{court}}"))
        );

    [TestMethod]
    public async Task A_line_without_a_value_is_left_out() =>
        AssertSame<Line[]>(
            [Line.Left("A and B, Plaintiffs"), Line.Left("")],
            await FormatAsync(
                new Caption(["A", "B"], [], CauseNumber: " "),
                Line.Left("No. {{cause_number}}"),
                Line.Left("{{court}}"),
                Line.Left("{{plaintiffs}} § {{court}}"),
                Line.Left("{{plaintiffs}}, {{plaintiff_role}}"),
                Line.Left(""),
                Line.Left("{{defendant_role}}"),
                Line.Left("{{defendants}}")
            )
        );

    [TestMethod]
    public async Task A_line_keeps_what_it_is_indented_by_and_loses_the_blanks_at_its_end() =>
        AssertSame<Line[]>(
            [Line.Left("    v."), Line.Left("\t\u00a0 ACME CORP."), Line.Left(""), Line.Left("  JOHN SMITH  and  ACME CORP.")],
            await FormatAsync(
                Smith,
                Line.Left("    v.  "),
                Line.Left("\t\u00a0 {{defendant}} \t"),
                Line.Left("   "),
                Line.Left("  JOHN SMITH  and  {{defendants}}")
            )
        );

    [TestMethod]
    [DataRow(0, "", "")]
    [DataRow(1, "A", "Plaintiff")]
    [DataRow(2, "A and B", "Plaintiffs")]
    [DataRow(3, "A, B, and C", "Plaintiffs")]
    [DataRow(4, "A, B, C, and D", "Plaintiffs")]
    public async Task Parties_are_listed_as_a_reader_lists_them(int count, string series, string role)
    {
        string[] names = [.. "ABCD".Take(count).Select(letter => $"{letter}")];
        Line[] expected =
            count == 0
                ? [Line.Left("v.")]
                : [Line.Left($"{series}, {role}"), Line.Left("v."), Line.Left($"{series}, {role.Replace("Plaintiff", "Defendant")}")];

        AssertSame<Line[]>(
            expected,
            await FormatAsync(
                new Caption(names, names),
                Line.Left("{{plaintiffs}}, {{plaintiff_role}}"),
                Line.Left("v."),
                Line.Left("{{defendants}}, {{defendant_role}}")
            )
        );
    }

    [TestMethod]
    public async Task A_line_with_two_lists_is_as_long_as_the_longer_and_one_without_a_value_is_left_out() =>
        AssertSame<Line[]>(
            [Line.Left("A | X"), Line.Left("A | Y"), Line.Left("A | Z"), Line.Left("A A")],
            await FormatAsync(
                new Caption(["A"], ["X", "Y", "Z"], Court: " \n "),
                Line.Left("{{plaintiff_role}}: {{court}}"),
                Line.Left("{{plaintiff}} | {{defendant}}"),
                Line.Left("{{plaintiff}} {{ plaintiff }}"),
                Line.Left("{{cause_number}}{{plaintiff}}")
            )
        );

    [TestMethod]
    public async Task What_was_extracted_can_be_formatted()
    {
        var extracted = await ExtractAsync("No. 23-456\nJOHN SMITH, Plaintiff, v. ACME CORP., Defendant.");
        var lines = await FormatAsync(
            extracted.ToCaption(),
            Line.Left("No. {{cause_number}}"),
            Line.Left("{{plaintiffs}}, {{plaintiff_role}}, v. {{defendants}}, {{defendant_role}}.")
        );

        AssertSame(extracted, await CaseBlock.ExtractAsync([.. lines.Select(l => l.Text)]));
    }

    [TestMethod]
    public async Task Text_in_braces_is_a_value_like_any_other() =>
        AssertSame<Line[]>([Line.Left("{{court}}")], await FormatAsync(new Caption(["{{court}}"], []), Line.Left("{{plaintiff}}")));

    [TestMethod]
    public async Task A_template_that_is_not_approved_does_not_format()
    {
        var template = await Templates.CreateAsync();
        await Http.PostJsonAsync("/caseblock/format", new { templateId = template.Id, caption = Smith }, Cancel).ExpectProblemAsync(409);
    }

    [TestMethod]
    public async Task An_unknown_template_does_not_format() =>
        await Http.PostJsonAsync("/caseblock/format", new { templateId = Guid.CreateVersion7(), caption = Smith }, Cancel)
            .ExpectProblemAsync(404);

    [TestMethod]
    [DataRow("""{"template_id":"x","caption":{"plaintiffs":[],"defendants":[]}}""", "template_id")]
    [DataRow("""{"caption":{"plaintiffs":[],"defendants":[]}}""", "template_id")]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000"}""", "caption")]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000","caption":null}""", "caption")]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000","caption":{"plaintiffs":[]}}""", "caption.defendants")]
    [DataRow(
        """{"template_id":"0198c0de-0000-7000-8000-000000000000","caption":{"plaintiffs":[null],"defendants":[]}}""",
        "caption.plaintiffs[0]"
    )]
    [DataRow("""{"template_id":"0198c0de-0000-7000-8000-000000000000","caption":{"plaintiffs":[],"defendants":[],"judge":"x"}}""", "judge")]
    public async Task A_malformed_request_is_refused(string body, string field) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/caseblock/format", body, Cancel), field);

    private async Task<Line[]> FormatAsync(Caption caption, params Line[] layout)
    {
        var template = await Templates.CreateApprovedAsync(layout);
        return [.. (await CaseBlock.FormatAsync(template.Id, caption)).Lines];
    }
}
