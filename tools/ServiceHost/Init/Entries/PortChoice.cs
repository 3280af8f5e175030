namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>Gives each service a port of its own: the one it already has, if it will do, else the next from 5001 on.</summary>
/// <remarks>The same services get the same ports each time.</remarks>
/// <param name="spokenFor">Ports that other things on a developer's machine have, such as those of launch settings.</param>
internal sealed class PortChoice(IEnumerable<int> spokenFor)
{
    private const int Unprivileged = 1024;
    private const int First = 5001; // 5000 is taken on macOS
    private const int Last = 32767; // from the next on, Linux makes outgoing connections

    private readonly HashSet<int> _spokenFor = [.. spokenFor];
    private readonly HashSet<int> _taken = [];

    /// <summary>Takes one.</summary>
    /// <param name="preferred">The port it has now, if one is known.</param>
    public int Take(int? preferred = null)
    {
        if (preferred is >= Unprivileged and <= Last && _taken.Add(preferred.Value))
        {
            return preferred.Value;
        }
        var next = Enumerable.Range(First, Last - First).First(port => !_spokenFor.Contains(port) && !_taken.Contains(port));
        _taken.Add(next);
        return next;
    }
}
