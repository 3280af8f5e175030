using System.Runtime.InteropServices;

namespace IntegrationSuite.ServiceHost.Client;

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

    /// <summary>Arguments with which <see cref="FilePath"/> runs a program that came as a library beside this one, on the frameworks and packages of this one.</summary>
    /// <param name="name">The program's file, such as <c>Calibration.dll</c>.</param>
    public static IReadOnlyList<string> ArgumentsOfLibrary(string name)
    {
        var own = Path.Combine(AppContext.BaseDirectory, System.Reflection.Assembly.GetEntryAssembly()!.GetName().Name!);
        return
        [
            "exec",
            "--runtimeconfig",
            own + ".runtimeconfig.json",
            "--depsfile",
            own + ".deps.json",
            Path.Combine(AppContext.BaseDirectory, name),
        ];
    }
}
