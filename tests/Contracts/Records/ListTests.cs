using System.Text.Json;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

/// <summary>What holds for every list. Each test looks at a part of the list that is its own, by a filter.</summary>
[TestClass]
public sealed class ListTests : RecordsTest
{
    [TestMethod]
    [DataRow("jurisdiction")]
    [DataRow("category")]
    public async Task Templates_are_listed_newest_first_by_filter_with_their_total(string filter)
    {
        var word = Unique();
        var stored = await StoreAsync(
            3,
            () =>
                Records.CreateTemplateAsync(
                    filter == "category" ? new NewTemplate { Category = word } : new NewTemplate { Jurisdiction = word }
                )
        );

        await ExpectPagesAsync($"/api/templates?{filter}={word}", [.. stored.Select(t => t.ToSummary())]);
    }

    [TestMethod]
    public async Task Filters_of_templates_are_combined()
    {
        var word = Unique();
        var both = await Records.CreateTemplateAsync(new NewTemplate { Jurisdiction = word, Category = "answer" });
        await Records.CreateTemplateAsync(new NewTemplate { Jurisdiction = word });

        await ExpectPagesAsync($"/api/templates?jurisdiction={word}&category=answer", [both.ToSummary()]);
    }

    [TestMethod]
    public async Task Cases_of_a_template_are_listed_newest_first_with_their_total()
    {
        var template = await Records.CreateTemplateAsync();
        var stored = await StoreAsync(3, () => Records.CreateCaseAsync(new NewCase { TemplateId = template.Id }));

        await ExpectPagesAsync($"/api/cases?template_id={template.Id}", stored);
    }

    [TestMethod]
    public async Task Cases_are_listed_by_status()
    {
        var template = await Records.CreateTemplateAsync();
        var stored = await StoreAsync(2, () => Records.CreateCaseAsync(new NewCase { TemplateId = template.Id }));
        var closed = await Http.PutJsonAsync($"/api/cases/{stored[0].Id}", new { status = "closed" }, Cancel).ExpectAsync<Case>(200);

        await ExpectPagesAsync($"/api/cases?template_id={template.Id}&status=closed", [closed]);
        await ExpectPagesAsync($"/api/cases?template_id={template.Id}&status=open", [stored[1]]);
        await ExpectPagesAsync<Case>($"/api/cases?template_id={template.Id}&status=archived", []);
    }

    [TestMethod]
    public async Task Drafts_of_a_case_are_listed_newest_first_with_their_total()
    {
        var @case = await Records.CreateCaseAsync();
        var stored = await StoreAsync(3, () => Records.CreateDraftAsync(caseId: @case.Id));

        await ExpectPagesAsync($"/api/drafts?case_id={@case.Id}", [.. stored.Select(d => d.ToSummary())]);
        var (all, total) = await ListAsync<DraftSummary>($"/api/drafts/case/{@case.Id}");
        JsonAssert.AreSame(stored.Select(d => d.ToSummary()).Reverse(), all);
        Assert.AreEqual(3, total);
    }

    [TestMethod]
    public async Task The_drafts_of_a_case_are_listed_all_at_once_however_many_they_are()
    {
        var @case = await Records.CreateCaseAsync();
        var stored = await StoreAsync(51, () => Records.CreateDraftAsync(caseId: @case.Id));
        var (all, total) = await ListAsync<DraftSummary>($"/api/drafts/case/{@case.Id}");

        JsonAssert.AreSame(stored.Select(d => d.ToSummary()).Reverse(), all);
        Assert.AreEqual(51, total);
    }

    [TestMethod]
    [DataRow("/api/templates")]
    [DataRow("/api/cases")]
    [DataRow("/api/drafts")]
    public async Task A_list_without_filters_begins_with_what_was_stored_last(string path)
    {
        var created = path switch
        {
            "/api/templates" => (await Records.CreateTemplateAsync()).Id,
            "/api/cases" => (await Records.CreateCaseAsync()).Id,
            _ => (await Records.CreateDraftAsync()).Id,
        };
        using var response = await Http.GetAsync($"{path}?limit=200", Cancel).ExpectAsync(200);

        // Others store at the same time, but hardly 200 things in so short a while.
        Assert.Contains(created.ToString(), await response.Content.ReadAsStringAsync(Cancel));
    }

    [TestMethod]
    [DataRow("/api/templates")]
    [DataRow("/api/cases")]
    [DataRow("/api/drafts")]
    public async Task A_list_has_at_most_50_things_unless_asked_for_more(string path)
    {
        var @case = await Records.CreateCaseAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 51)
                .Select(
                    Task (_) =>
                        path switch
                        {
                            "/api/templates" => Records.CreateTemplateAsync(),
                            "/api/cases" => Records.CreateCaseAsync(),
                            _ => Records.CreateDraftAsync(caseId: @case.Id),
                        }
                )
        );
        using var few = await Http.GetAsync(path, Cancel).ExpectAsync(200);
        using var more = await Http.GetAsync($"{path}?limit=51", Cancel).ExpectAsync(200);

        Assert.HasCount(50, await few.ReadStrictAsync<List<JsonElement>>());
        Assert.HasCount(51, await more.ReadStrictAsync<List<JsonElement>>());
    }

    [TestMethod]
    [DataRow("limit=0", "limit")]
    [DataRow("limit=201", "limit")]
    [DataRow("limit=-1", "limit")]
    [DataRow("limit=many", "limit")]
    [DataRow("limit=", "limit")]
    [DataRow("offset=-1", "offset")]
    [DataRow("offset=99999999999", "offset")]
    public async Task A_page_out_of_bounds_is_refused(string query, string field)
    {
        foreach (var path in new[] { "/api/templates", "/api/cases", "/api/drafts" })
        {
            await ExpectRefusedAsync(Http.GetAsync($"{path}?{query}", Cancel), field);
        }
    }

    [TestMethod]
    [DataRow("/api/cases?template_id=x", "template_id")]
    [DataRow("/api/cases?status=OPEN", "status")]
    [DataRow("/api/cases?status=1", "status")]
    [DataRow("/api/cases?status=", "status")]
    [DataRow("/api/drafts?case_id=7", "case_id")]
    [DataRow("/api/templates?category=%00", "request")]
    public async Task A_malformed_filter_is_refused(string path, string field) =>
        await ExpectRefusedAsync(Http.GetAsync(path, Cancel), field);

    [TestMethod]
    public async Task A_filter_by_something_that_is_not_there_gives_an_empty_list()
    {
        await ExpectPagesAsync<Case>($"/api/cases?template_id={Guid.NewGuid()}", []);
        await ExpectPagesAsync<DraftSummary>($"/api/drafts?case_id={Guid.NewGuid()}", []);
    }

    /// <summary>The whole list, its middle, its end and what lies beyond.</summary>
    /// <param name="path">The list, with a filter.</param>
    /// <param name="stored">What is in it, the oldest first.</param>
    private async Task ExpectPagesAsync<T>(string path, IReadOnlyList<T> stored)
    {
        var newest = stored.Reverse().ToList();
        foreach (var (limit, offset) in new[] { (200, 0), (1, 0), (1, 1), (2, 1), (5, 3) })
        {
            var (items, total) = await ListAsync<T>($"{path}&limit={limit}&offset={offset}");
            JsonAssert.AreSame(newest.Skip(offset).Take(limit), items);
            Assert.AreEqual(stored.Count, total);
        }
    }

    private static async Task<IReadOnlyList<T>> StoreAsync<T>(int count, Func<Task<T>> store)
    {
        var stored = new List<T>();
        while (stored.Count < count)
        {
            stored.Add(await store());
        }

        return stored;
    }
}
