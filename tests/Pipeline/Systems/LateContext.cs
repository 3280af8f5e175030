namespace Pipeline.Systems;

/// <summary>Lets asynchronous work go on only when it may: so that a caller is late on purpose, as on a busy machine.</summary>
/// <param name="mayGoOn">Looked at before each continuation.</param>
internal sealed class LateContext(Func<bool> mayGoOn) : SynchronizationContext
{
    /// <summary>Runs work whose continuations come late.</summary>
    public Task RunAsync(Func<Task> work) => Task.Run(() => Within(work));

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state) =>
        _ = Task.Run(async () =>
        {
            await Until.TrueAsync(mayGoOn, () => "The caller may never go on.");
            await Within(() =>
            {
                d(state);
                return Task.CompletedTask;
            });
        });

    private Task Within(Func<Task> work)
    {
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }
}
