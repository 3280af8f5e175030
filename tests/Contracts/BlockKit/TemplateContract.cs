using Clients.BlockKit;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.BlockKit;

/// <summary>How templates are made, read, changed and removed.</summary>
/// <param name="service">CaseBlock or Signature.</param>
/// <param name="placeholder">One that it knows.</param>
public abstract class TemplateContract(string service, string placeholder) : BlockTest(service)
{
    [TestMethod]
    public async Task A_new_template_is_stored_as_given_and_not_approved()
    {
        var given = new NewTemplate
        {
            Name = "Centred",
            Lines = [Line.Center("Top"), new Line("Right \"here\" – §", "right"), Line.Left("")],
        };
        using var response = await Http.PostJsonAsync(Templates.Path, given, Cancel).ExpectAsync(201);
        var template = await response.ReadStrictAsync<BlockTemplate>();

        Assert.AreEqual($"{Templates.Path}/{template.Id}", response.Headers.Location?.OriginalString);
        AssertSame(given, new NewTemplate { Name = template.Name, Lines = template.Lines });
        Assert.IsFalse(template.Approved);
        Assert.IsNull(template.ApprovedAt);
        Assert.AreEqual(7, template.Id.Version);
        AssertSame(template, await Templates.GetAsync(template.Id));
    }

    [TestMethod]
    public async Task A_line_without_an_alignment_stands_left()
    {
        var template = await Http.PostJsonAsync(Templates.Path, """{"name":"n","lines":[{"text":"t"}]}""", Cancel)
            .ExpectAsync<BlockTemplate>(201);

        Assert.AreEqual(Line.Left("t"), template.Lines.Single());
    }

    [TestMethod]
    [DataRow("{0}")]
    [DataRow(" {0}  ")]
    [DataRow("\t{0}\u00a0")]
    [DataRow("\u2003{0}\r\n")]
    public async Task White_space_within_the_braces_of_a_placeholder_is_no_part_of_its_name(string within)
    {
        var line = Line.Left("{{" + string.Format(within, placeholder) + "}}, and {{{" + placeholder + "}}{");
        Assert.AreEqual(line, (await Templates.CreateAsync(new NewTemplate { Lines = [line] })).Lines.Single(), $"{Service}: placeholders");
    }

    [TestMethod]
    [DynamicData(nameof(Refused))]
    public async Task A_template_that_is_wrong_is_refused(string body, string field) =>
        await ExpectRefusedAsync(Http.PostJsonAsync(Templates.Path, body, Cancel), field);

    [TestMethod]
    public async Task A_template_in_another_media_type_is_refused() =>
        await ExpectRefusedAsync(Http.PostAsync(Templates.Path, new StringContent("{}"), Cancel), "content_type");

    [TestMethod]
    public async Task A_template_changes_as_a_whole()
    {
        var before = await Templates.CreateAsync();
        var after = await Templates.ChangeAsync(before.Id, new NewTemplate { Name = "Changed", Lines = [Line.Left("Changed")] });

        AssertSame(before with { Name = "Changed", Lines = [Line.Left("Changed")], UpdatedAt = after.UpdatedAt }, after);
        Assert.IsGreaterThan(before.UpdatedAt, after.UpdatedAt);
        AssertSame(after, await Templates.GetAsync(before.Id));
    }

    [TestMethod]
    [DynamicData(nameof(Refused))]
    public async Task A_refused_change_changes_nothing(string body, string field)
    {
        var template = await Templates.CreateAsync();
        await ExpectRefusedAsync(Http.PutJsonAsync($"{Templates.Path}/{template.Id}", body, Cancel), field);

        AssertSame(template, await Templates.GetAsync(template.Id));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_deleted_template_is_gone(bool approved)
    {
        var template = approved ? await Templates.CreateApprovedAsync(Line.Left("t")) : await Templates.CreateAsync();
        await Templates.DeleteAsync(template.Id);

        await ExpectMissingAsync(template.Id.ToString());
    }

    [TestMethod]
    [DataRow("0198c0de-0000-7000-8000-000000000000")]
    [DataRow("no-uuid")]
    public Task An_unknown_template_is_not_found(string id) => ExpectMissingAsync(id);

    /// <summary>Bodies that neither POST nor PUT takes, and the field that is named.</summary>
    public static IEnumerable<(string Body, string Field)> Refused =>
        [
            ("""{"lines":[{"text":"t"}]}""", "name"),
            ("""{"name":"","lines":[{"text":"t"}]}""", "name"),
            ("""{"name":" ","lines":[{"text":"t"}]}""", "name"),
            ("""{"name":null,"lines":[{"text":"t"}]}""", "name"),
            ("""{"name":"\u0000","lines":[{"text":"t"}]}""", "name"),
            ($$"""{"name":"{{new string('n', 201)}}","lines":[{"text":"t"}]}""", "name"),
            ("""{"name":"n"}""", "lines"),
            ("""{"name":"n","lines":[]}""", "lines"),
            ("""{"name":"n","lines":[null]}""", "lines[0]"),
            ("""{"name":"n","lines":["t"]}""", "lines[0]"),
            ("""{"name":"n","lines":[{}]}""", "lines[0].text"),
            ("""{"name":"n","lines":[{"text":"t","align":"middle"}]}""", "lines[0].align"),
            ("""{"name":"n","lines":[{"text":"t","colour":"red"}]}""", "colour"),
            ($$"""{"name":"n","lines":[{"text":"{{new string('t', 501)}}"}]}""", "lines[0].text"),
            ($$"""{"name":"n","lines":[{{string.Join(',', Enumerable.Repeat("""{"text":"t"}""", 101))}}]}""", "lines"),
            ("""{"name":"n","lines":[{"text":"t"},{"text":"{{judge}}"}]}""", "lines[1].text"),
            ("""{"name":"n","lines":[{"text":"{{court"}]}""", "lines[0].text"),
            ("""{"name":"n","lines":[{"text":"t"}],"approved":true}""", "approved"),
            ("""{"name":"n","lines":""", "lines"),
            ("", "body"),
        ];

    private async Task ExpectMissingAsync(string id)
    {
        await Http.GetAsync($"{Templates.Path}/{id}", Cancel).ExpectProblemAsync(404);
        await Http.PutJsonAsync($"{Templates.Path}/{id}", new NewTemplate(), Cancel).ExpectProblemAsync(404);
        await Http.PostAsync($"{Templates.Path}/{id}/approve", null, Cancel).ExpectProblemAsync(404);
        await Http.DeleteAsync($"{Templates.Path}/{id}", Cancel).ExpectProblemAsync(404);
    }
}
