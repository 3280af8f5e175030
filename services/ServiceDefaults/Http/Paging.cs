using Microsoft.AspNetCore.Mvc;

namespace ServiceDefaults.Http;

/// <summary>Which part of a list to give. Take it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">At most so many (1–200, default 50).</param>
/// <param name="Offset">Leave out so many first (≥ 0).</param>
public readonly record struct Paging([FromQuery(Name = "limit")] int? Limit, [FromQuery(Name = "offset")] int? Offset)
{
    /// <summary>The largest limit.</summary>
    public const int MaxLimit = 200;

    /// <summary>The limit, checked.</summary>
    /// <exception cref="ApiException">400: out of bounds.</exception>
    public int Take =>
        Limit is null ? 50
        : Limit is >= 1 and <= MaxLimit ? Limit.Value
        : throw ApiException.BadField("limit", $"must be from 1 to {MaxLimit}");

    /// <summary>The offset, checked.</summary>
    /// <exception cref="ApiException">400: out of bounds.</exception>
    public int Skip =>
        Offset is null ? 0
        : Offset >= 0 ? Offset.Value
        : throw ApiException.BadField("offset", "must be 0 or more");
}

/// <summary>A part of a list and the size of the whole.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total)
{
    /// <summary>Answers 200 with the items as an array and the total in <c>X-Total-Count</c>.</summary>
    public IResult ToResult(HttpResponse response)
    {
        response.Headers["X-Total-Count"] = Total.ToString();
        return Results.Ok(Items);
    }
}
