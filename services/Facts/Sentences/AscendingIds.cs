namespace Facts.Sentences;

/// <summary>UUIDs of version 7 that ascend, within a millisecond too: each takes a time of its own, at need a little ahead of the clock (RFC 9562, 6.2). Exhibits are labelled in the order of sentences' ids.</summary>
internal static class AscendingIds
{
    private static long s_last;

    public static Guid Next()
    {
        long last,
            next;
        do
        {
            last = Interlocked.Read(ref s_last);
            next = Math.Max(last + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        } while (Interlocked.CompareExchange(ref s_last, next, last) != last);

        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
    }
}
