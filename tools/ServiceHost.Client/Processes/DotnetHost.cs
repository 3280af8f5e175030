using System.Runtime.InteropServices;

namespace ServiceHost.Client;

/// <summary>The <c>dotnet</c> that runs this process, whichever way it was started.</summary>
public static class DotnetHost
{
    /// <summary>Its absolute path. An apphost or an MSBuild node is not <c>dotnet</c> itself, but all load the runtime from below its folder.</summary>
    public static string FilePath { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var besideRuntime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(besideRuntime) ? besideRuntime : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? name;
    }
}
