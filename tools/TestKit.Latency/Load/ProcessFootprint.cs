using System.Diagnostics;
using System.Globalization;

namespace IntegrationSuite.TestKit.Latency.Load;

/// <summary>What a process holds of the machine.</summary>
/// <param name="Bytes">Memory in RAM (resident set).</param>
/// <param name="Handles">Open handles; on Linux file descriptors.</param>
public sealed record ProcessFootprint(long Bytes, int Handles)
{
    /// <summary>Of a running process.</summary>
    public static ProcessFootprint Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessFootprint(process.WorkingSet64, process.HandleCount);
    }

    /// <summary>Whether this is more than another by a factor, in memory or in handles.</summary>
    public bool Exceeds(ProcessFootprint other, double factor) => Bytes > factor * other.Bytes || Handles > factor * other.Handles;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1048576.0:0.0} MiB and {Handles} handles");
}
