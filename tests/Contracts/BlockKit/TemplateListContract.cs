using Clients.BlockKit;
using IntegrationSuite.TestKit;

namespace Contracts.BlockKit;

/// <summary>The list of templates. Other tests add to it at the same time, so each looks for what is its own.</summary>
public abstract class TemplateListContract(string service) : BlockTest(service)
{
    [TestMethod]
    public async Task Templates_are_listed_newest_first()
    {
        var first = await Templates.CreateAsync();
        var second = await Templates.CreateApprovedAsync(Line.Left("t"));
        var third = await Templates.CreateAsync();

        Guid[] own = [third.Id, second.Id, first.Id];
        var listed = (await ListDownToAsync(first)).Where(t => own.Contains(t.Id)).DistinctBy(t => t.Id).ToList();

        AssertSame<BlockTemplate[]>([third, second, first], [.. listed]);
    }

    [TestMethod]
    public async Task The_total_counts_what_no_page_shows()
    {
        await Templates.CreateAsync();
        await Templates.CreateAsync();
        var (items, total) = await ListAsync("?limit=1");
        var (none, same) = await ListAsync("?offset=2147483647");

        Assert.HasCount(1, items);
        Assert.IsEmpty(none);
        Assert.IsGreaterThanOrEqualTo(2, total);
        Assert.IsGreaterThanOrEqualTo(2, same);
    }

    [TestMethod]
    [DataRow("limit=0", "limit")]
    [DataRow("limit=201", "limit")]
    [DataRow("limit=-1", "limit")]
    [DataRow("limit=ten", "limit")]
    [DataRow("limit=99999999999", "limit")]
    [DataRow("offset=-1", "offset")]
    [DataRow("offset=1.5", "offset")]
    public async Task A_bad_page_is_refused(string query, string field) =>
        await ExpectRefusedAsync(Http.GetAsync($"{Templates.Path}?{query}", Cancel), field);

    [TestMethod]
    public async Task An_operation_that_does_not_exist_is_refused()
    {
        using var response = await Http.PatchAsync(Templates.Path, null, Cancel).ExpectAsync(405);

        Assert.AreSequenceEqual((string[])["GET", "POST"], response.Content.Headers.Allow.ToList(), SequenceOrder.InAnyOrder);
    }

    private async Task<List<BlockTemplate>> ListDownToAsync(BlockTemplate last)
    {
        var listed = new List<BlockTemplate>();
        while (listed.TrueForAll(t => t.Id != last.Id))
        {
            var (items, _) = await ListAsync($"?limit=200&offset={listed.Count}");
            Assert.IsNotEmpty(items, "The list ends before the template.");
            listed.AddRange(items);
        }

        return listed;
    }

    private async Task<(List<BlockTemplate> Items, int Total)> ListAsync(string query)
    {
        using var response = await Http.GetAsync(Templates.Path + query, Cancel).ExpectAsync(200);
        return (await response.ReadStrictAsync<List<BlockTemplate>>(), int.Parse(response.Headers.GetValues("X-Total-Count").Single()));
    }
}
