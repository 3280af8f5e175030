namespace Pipeline.Systems;

/// <summary>Waits for a condition.</summary>
internal static class Until
{
    /// <summary>How long anything may take, on a machine however busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Waits until it holds.</summary>
    /// <param name="condition">Looked at again and again.</param>
    /// <param name="otherwise">What the test says when it never held.</param>
    /// <param name="patience">How long it may take, if not <see cref="Patience"/>.</param>
    public static Task TrueAsync(Func<bool> condition, Func<string> otherwise, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, patience);

    /// <inheritdoc cref="TrueAsync(Func{bool}, Func{string}, TimeSpan?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise, TimeSpan? patience = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > (patience ?? Patience))
            {
                Assert.Fail(otherwise());
            }

            await Task.Delay(20);
        }
    }
}
