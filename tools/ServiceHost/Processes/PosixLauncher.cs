namespace ServiceHost.Processes;

/// <summary>Starts processes by posix_spawn(3).</summary>
internal static class PosixLauncher
{
    /// <summary>Starts one.</summary>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public static IRunningProcess Launch(ProcessSpec spec, int? standardInput = null)
    {
        if (!Directory.Exists(spec.WorkingDirectory))
        {
            throw new LaunchException($"Its working directory '{spec.WorkingDirectory}' does not exist.");
        }
        using var request = new SpawnRequest();
        return new PosixProcess(request.Run(ExecutablePath.Find(spec), spec, standardInput));
    }
}
