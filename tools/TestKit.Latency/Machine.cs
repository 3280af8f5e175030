using System.Runtime.InteropServices;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>What kind of machine this is: ratios differ from one kind of processor to another, by its caches and its way of waiting.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";

    /// <summary>The keys of <c>/proc/cpuinfo</c> that tell processors apart: x86 has the first three, Arm the others.</summary>
    private static readonly string[] s_keys = ["model name", "cpu family", "model", "CPU implementer", "CPU part"];

    /// <summary>Such as <c>2 × AMD EPYC, 26, 2</c>.</summary>
    public static string Name { get; } = $"{Environment.ProcessorCount} × {Processor()}";

    private static string Processor() =>
        File.Exists(CpuInfo) && FirstProcessor() is { Length: > 0 } known
            ? known
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string FirstProcessor() =>
        string.Join(
            ", ",
            File.ReadLines(CpuInfo)
                .TakeWhile(line => line.Length > 0)
                .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                .Where(pair => pair.Length == 2 && s_keys.Contains(pair[0]))
                .OrderBy(pair => Array.IndexOf(s_keys, pair[0]))
                .Select(pair => pair[1])
        );
}
