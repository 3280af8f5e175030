using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Shared;

/// <summary>Marks the databases of a run on a server that others use, too: by a name that clashes with nobody's, and by a comment from which a later run sees that this one is dead.</summary>
internal sealed partial class RunMark(string runId, ProcessIdentity supervisor)
{
    /// <summary>What all marks begin with.</summary>
    public const string Prefix = "servicehost run ";

    /// <summary>PostgreSQL's NAMEDATALEN, less the end mark.</summary>
    private const int LongestName = 63;

    private readonly string _suffix = "_it_" + RunName.Of(runId)[..8];

    /// <summary>The comment on the run's databases.</summary>
    public string Comment { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{RunName.Of(runId)} of process {supervisor.Pid} started {supervisor.StartTicks} in {ProcessIdentities.Space} on {Environment.MachineName}"
        );

    /// <summary>The database's name on the server.</summary>
    public string NameOf(string database) => database[..Math.Min(database.Length, LongestName - _suffix.Length)] + _suffix;

    /// <summary>The comment is of a run of this machine and container whose supervisor has ended. Of others nobody here can tell.</summary>
    public static bool IsOfDeadRun(string comment) =>
        Pattern().Match(comment) is { Success: true } match
        && match.Groups["machine"].Value == Environment.MachineName
        && (
            match.Groups["space"].Value == ProcessIdentities.Space
                ? !Supervisor(match).IsAlive()
                : IsOfEarlierBoot(match.Groups["space"].Value)
        );

    private static ProcessIdentity Supervisor(Match match) =>
        new(
            int.Parse(match.Groups["pid"].Value, CultureInfo.InvariantCulture),
            long.Parse(match.Groups["ticks"].Value, CultureInfo.InvariantCulture)
        );

    // Nothing outlives a boot. Containers of one machine share its boot id, and those of two are not told apart when they have one name: theirs stay.
    private static bool IsOfEarlierBoot(string space) =>
        space.Split(' ') is [var boot, var container]
        && ProcessIdentities.Space.Split(' ') is [var now, var here]
        && boot != now
        && container == here;

    [GeneratedRegex(
        @"^servicehost run \S+ of process (?<pid>[0-9]{1,9}) started (?<ticks>[0-9]{1,18}) in (?<space>.+) on (?<machine>\S+)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
