using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Asks MSBuild what a project says of itself (<c>-getProperty</c>); that takes a second, and an SDK.</summary>
internal static partial class ProjectProperties
{
    /// <summary>Of several target frameworks the newest up to this one counts, as in the build's targets.</summary>
    private static readonly Version s_newest = new(10, 0);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>The absolute path of the assembly that a build makes.</summary>
    /// <param name="project">The absolute path of the project.</param>
    /// <param name="configuration"><c>Debug</c>, for example.</param>
    /// <returns>Null when MSBuild does not say: there is no SDK, or the project can't be evaluated.</returns>
    public static string? TargetPathOf(string project, string configuration)
    {
        string[] global = [$"-p:Configuration={configuration}"];
        if (Read(project, global) is not var (path, frameworks))
        {
            return null;
        }

        return frameworks.Length == 0 ? path
            : Nearest(frameworks) is { } framework ? Read(project, [.. global, $"-p:TargetFramework={framework}"])?.TargetPath
            : null;
    }

    private static (string TargetPath, string Frameworks)? Read(string project, IEnumerable<string> properties)
    {
        try
        {
            var run = ProgramRun
                .RunAsync(
                    Cli.Wrap(DotnetHost.FilePath)
                        .WithWorkingDirectory(Path.GetDirectoryName(project)!)
                        .WithArguments([
                            "msbuild",
                            project,
                            "-nologo",
                            "-getProperty:TargetPath",
                            "-getProperty:TargetFrameworks",
                            .. properties,
                        ]),
                    s_patience
                )
                .GetAwaiter()
                .GetResult();
            return run.ExitCode == 0 ? Parsed(run.Output) : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException or JsonException)
        {
            return null;
        }
    }

    private static (string TargetPath, string Frameworks) Parsed(string output)
    {
        using var json = JsonDocument.Parse(output);
        var properties = json.RootElement.GetProperty("Properties");
        return (properties.GetProperty("TargetPath").GetString()!, properties.GetProperty("TargetFrameworks").GetString()!);
    }

    private static string? Nearest(string frameworks) =>
        frameworks
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => (Name: name, Version: VersionOf(name)))
            .Where(framework => framework.Version is not null && framework.Version <= s_newest)
            .MaxBy(framework => framework.Version)
            .Name;

    // "net10.0", "net8.0-windows", "netcoreapp3.1"; null of "net48" and "netstandard2.0", which hold no program that dotnet runs.
    private static Version? VersionOf(string framework) =>
        Numbers().Match(framework) is { Success: true } match ? Version.Parse(match.Groups["version"].Value) : null;

    [GeneratedRegex(@"^net(coreapp)?(?<version>\d{1,3}\.\d{1,3})($|-)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
