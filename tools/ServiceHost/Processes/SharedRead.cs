namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Reads something that is costly to read, for many who want it at the same time. Whoever asks gets a reading that began after he asked; all who ask while one goes on share the next.</summary>
/// <param name="read">Reads it.</param>
internal sealed class SharedRead<T>(Func<T> read)
{
    private readonly Lock _lock = new();
    private Task _current = Task.CompletedTask;
    private Task<T>? _next;

    /// <summary>A reading that begins from now on.</summary>
    public Task<T> ReadAsync()
    {
        lock (_lock)
        {
            return _next ??= ReadAfterAsync(_current);
        }
    }

    private async Task<T> ReadAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock)
        {
            (_current, _next) = (_next!, null);
        }
        return read();
    }
}
