using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.TestKit.Footprints;

/// <summary>What a test does, while it does it: several requests at once, maybe.</summary>
internal sealed class Footprint
{
    private readonly Lock _lock = new();
    private readonly SortedSet<string> _called = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _answered = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _traces = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _instances = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _migrations = new(StringComparer.Ordinal);
    private string? _unknown;

    /// <summary>It sends a request to a service, with a trace or without.</summary>
    public void Call(string service, string? trace)
    {
        Add(_called, service);
        if (trace is null)
        {
            Forget($"it sent a request without a trace to the service '{service}'");
        }
        else
        {
            Add(_traces, trace);
        }
    }

    /// <summary>A service answered it with success.</summary>
    public void Answer(string service) => Add(_answered, service);

    /// <summary>It starts a second instance of a service.</summary>
    public void Start(string service) => Add(_instances, service);

    /// <summary>It reads the migrations of a service.</summary>
    public void Migrate(string service) => Add(_migrations, service);

    /// <summary>It does something that nobody sees.</summary>
    public void Forget(string why)
    {
        lock (_lock)
        {
            _unknown ??= why;
        }
    }

    /// <summary>All of it.</summary>
    public TestFootprint ToRecord(string key)
    {
        lock (_lock)
        {
            return new TestFootprint(key, [.. _called], [.. _answered], [.. _traces], [.. _instances], [.. _migrations], _unknown);
        }
    }

    private void Add(SortedSet<string> set, string value)
    {
        lock (_lock)
        {
            set.Add(value);
        }
    }
}
