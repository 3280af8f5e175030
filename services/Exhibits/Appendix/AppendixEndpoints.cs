using System.ComponentModel.DataAnnotations;
using Exhibits.Catalog;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Http;

namespace Exhibits.Appendix;

/// <summary>The exhibits of a draft as its appendix lists them.</summary>
public sealed record AppendixList(IReadOnlyList<AppendixEntry> Entries);

/// <summary>An exhibit in the appendix.</summary>
/// <param name="Label">A … Z, AA …</param>
/// <param name="Title">What it is.</param>
/// <param name="DocumentIds">What it consists of.</param>
/// <param name="Warnings">What a person should look at before the draft is filed.</param>
public sealed record AppendixEntry(
    [property: RegularExpression("^[A-Z]+$")] string Label,
    Guid ExhibitId,
    string Title,
    IReadOnlyList<Guid> DocumentIds,
    IReadOnlyList<string> Warnings
);

internal static class AppendixEndpoints
{
    public static void MapAppendix(this IEndpointRouteBuilder app) =>
        app.MapGet("/exhibits/appendix", ListAsync)
            .WithName("GetAppendix")
            .WithDescription(
                "Labels are worked out at each call from first use: the exhibit with the earliest sentence is A (sentence ids are UUIDs of version 7, which ascend in time). Those without such a sentence follow, oldest first."
            )
            .Produces<AppendixList>()
            .Problems(400);

    private static async Task<IResult> ListAsync([FromQuery(Name = "draft_id")] Guid draftId, ExhibitStore store, CancellationToken cancel)
    {
        var exhibits = Labels.ByFirstUse(await store.OfDraftAsync(draftId, cancel)).ToList();
        var uses = exhibits.SelectMany(e => e.DocumentIds).CountBy(id => id).ToDictionary();
        return Results.Ok(
            new AppendixList([
                .. exhibits.Select((e, i) => new AppendixEntry(Labels.Of(i), e.Id, e.Title, e.DocumentIds, [.. Warnings(e, uses)])),
            ])
        );
    }

    private static IEnumerable<string> Warnings(Exhibit exhibit, Dictionary<Guid, int> uses)
    {
        if (exhibit.DocumentIds.Count == 0)
        {
            yield return "The exhibit has no documents.";
        }

        if (exhibit.SentenceIds.Count == 0)
        {
            yield return "No sentence uses the exhibit.";
        }

        foreach (var document in exhibit.DocumentIds.Where(id => uses[id] > 1))
        {
            yield return $"The document {document} is in another exhibit too.";
        }
    }
}
