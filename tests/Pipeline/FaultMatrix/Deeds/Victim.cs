namespace Pipeline.FaultMatrix.Deeds;

/// <summary>Whom a signal meets.</summary>
internal enum Victim
{
    /// <summary>The command of the terminal: <c>servicehost run</c> or <c>dotnet build</c>.</summary>
    Starter,

    /// <summary>The whole process group of it: what Ctrl+C and a closed terminal meet.</summary>
    StarterGroup,

    /// <summary>The tests' process.</summary>
    Command,
    Supervisor,
    Watchdog,

    /// <summary>The slow service.</summary>
    Service,
    DatabaseServer,
}
