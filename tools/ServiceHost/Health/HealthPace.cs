namespace IntegrationSuite.ServiceHost.Health;

/// <summary>How long to wait between two looks at a service that starts. A fast service is met at once, and a slow one is not disturbed; many that start at once are looked at the less often each, so that looks take no processor that they need.</summary>
internal sealed class HealthPace
{
    // As many looks a second, of all services together, as eight get that have just been launched.
    private static readonly TimeSpan s_share = TimeSpan.FromMilliseconds(10) / 8;

    private int _waiting;

    /// <summary>One more waits for its health, until the end of this.</summary>
    public IDisposable Enter() => new Waiter(this);

    /// <summary>The pause after a look.</summary>
    /// <param name="elapsed">How long the service has been waited for.</param>
    public TimeSpan Pause(TimeSpan elapsed)
    {
        var alone = TimeSpan.FromMilliseconds(
            elapsed.TotalSeconds switch
            {
                < 0.5 => 10,
                < 3 => 20,
                < 10 => 50,
                _ => 200,
            }
        );
        var shared = Volatile.Read(ref _waiting) * s_share;
        return shared > alone ? shared : alone;
    }

    private sealed class Waiter : IDisposable
    {
        private readonly HealthPace _pace;

        public Waiter(HealthPace pace)
        {
            _pace = pace;
            Interlocked.Increment(ref pace._waiting);
        }

        public void Dispose() => Interlocked.Decrement(ref _pace._waiting);
    }
}
