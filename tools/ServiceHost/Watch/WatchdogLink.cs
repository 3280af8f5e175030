using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Watch;

/// <summary>The supervisor's side of the <see cref="Watchdog"/>: starts it, tells it what to watch, and starts another when it dies. (On Windows a job object does its work.)</summary>
internal sealed class WatchdogLink : IDisposable
{
    private readonly RunFolder _folder;
    private readonly Action<ProcessIdentity> _onStarted;
    private readonly Lock _lock = new();
    private readonly List<WatchedGroup> _watched = [];
    private IRunningProcess? _process;
    private StreamWriter? _input;
    private bool _over;

    /// <summary>Starts it.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="onStarted">Told who it is, at first and after each restart.</param>
    public WatchdogLink(RunFolder folder, Action<ProcessIdentity> onStarted)
    {
        (_folder, _onStarted) = (folder, onStarted);
        if (!OperatingSystem.IsWindows())
        {
            Start();
        }
    }

    /// <summary>Watches one more.</summary>
    public void Add(WatchedGroup group)
    {
        lock (_lock)
        {
            _watched.Add(group);
            Tell(group.ToString());
        }
    }

    /// <summary>All has ended: it may go.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _over = true;
            Tell(Watchdog.Done); // it ends by that, and its stdin is closed then
        }
    }

    private void Start()
    {
        lock (_lock)
        {
            var arguments = new[] { Path.Combine(AppContext.BaseDirectory, "servicehost.dll"), "watchdog", _folder.Path };
            var spec = new ProcessSpec(DotnetHost.FilePath, arguments, _folder.Path, InheritedEnvironment.Read(), _folder.OwnLog);
            _process = UnixLauncher.Launch(spec, stdin => _input = new StreamWriter(stdin) { AutoFlush = true, NewLine = "\n" });
            Tell(_folder.RunId); // not as an argument, which other users see
            _watched.ForEach(group => Tell(group.ToString()));
            _onStarted(_process.Identity);
            _ = RestartWhenGoneAsync(_process);
        }
    }

    private async Task RestartWhenGoneAsync(IRunningProcess process)
    {
        await process.Exited;
        lock (_lock)
        {
            if (!_over)
            {
                Start(); // the stdin of the dead one is closed by now
            }
        }
    }

    private void Tell(string line)
    {
        try
        {
            _input?.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has just died: the next one is told everything.
        }
    }
}
