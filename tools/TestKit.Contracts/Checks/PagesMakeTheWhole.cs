using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>The pages of a list, one after the other, are the list: none is longer than was asked, nothing is left out or there twice, and the total is its length.</summary>
internal sealed class PagesMakeTheWhole : ICheck
{
    private const int PageSize = 2;
    private const int MostPages = 4;
    private const int Tries = 3;

    public string Promise => "pages through its list without a gap or a repeat";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Method == "GET" && Paging.Of(operation) is not null;

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        if (session.Document.Operation("POST", session.Operation.Path) is { } creator && creator.Creates() && creator.WhyNot().Length == 0)
        {
            await session.MakeAsync(creator);
            await session.MakeAsync(creator);
            await session.MakeAsync(creator);
        }

        var (paging, bound) = (Paging.Of(session.Operation)!, await session.BindAsync(input));
        for (var i = 0; i < Tries; i++)
        {
            var before = await session.SendAsync(paging.Page(bound, 0, paging.Largest));
            var pages = await PagesAsync(session, paging, bound);
            var after = await session.SendAsync(paging.Page(bound, 0, paging.Largest));
            // Others add to it meanwhile: only of a list that stays as it is can anything be said.
            if (Paging.Items(before) is { } whole && Paging.Items(after) is { } same && whole.SequenceEqual(same))
            {
                return Long(pages) ?? Fault(paging, whole, pages) ?? WrongTotal(paging, whole, before);
            }
        }

        return null;
    }

    private static async Task<List<Answer>> PagesAsync(CheckSession session, Paging paging, JsonObject bound)
    {
        var pages = new List<Answer>();
        for (var page = 0; page < MostPages; page++)
        {
            pages.Add(await session.SendAsync(paging.Page(bound, page, PageSize)));
        }

        return pages;
    }

    private static BrokenPromise? Long(List<Answer> pages) =>
        pages.Find(page => Paging.Items(page)?.Count > PageSize) is { } longer
            ? new BrokenPromise($"a page of {PageSize} is to have no more; it has {Paging.Items(longer)!.Count}.", longer)
            : null;

    private static BrokenPromise? Fault(Paging paging, List<string> whole, List<Answer> pages)
    {
        if (pages.Exists(page => Paging.Items(page) is null))
        {
            return null;
        }

        // Of a whole that is cut off itself, nobody knows what comes after it.
        var most = whole.Count < paging.Largest ? int.MaxValue : whole.Count;
        var found = pages.SelectMany(page => Paging.Items(page)!).Take(most).ToList();
        var expected = whole.Take(PageSize * MostPages).ToList();
        return found.SequenceEqual(expected)
            ? null
            : new BrokenPromise(
                $"its pages of {PageSize} are {string.Join(", ", found)}; the list is {string.Join(", ", expected)}.",
                pages[0]
            );
    }

    private static BrokenPromise? WrongTotal(Paging paging, List<string> whole, Answer answer) =>
        whole.Count < paging.Largest && Paging.Total(answer) is { } total && total != whole.Count
            ? new BrokenPromise($"it has {whole.Count} items, and says {total}.", answer)
            : null;
}
