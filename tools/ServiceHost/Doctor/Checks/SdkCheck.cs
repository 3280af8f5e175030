using System.Diagnostics;
using ServiceHost.Client;

namespace ServiceHost.Doctor.Checks;

/// <summary>The SDK that <c>global.json</c> asks for is installed. <c>dotnet</c> itself is asked, which knows the rules of roll-forward.</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    public string AllWell => "The SDK fits";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, ["--version"])
        {
            WorkingDirectory = Path.GetDirectoryName(context.Options.Manifest), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var dotnet = Process.Start(start)!;
        var output = dotnet.StandardOutput.ReadToEndAsync();
        var words = dotnet.StandardError.ReadToEnd() + output.Result;
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
        {
            yield return new Finding(new SuiteError(ErrorCodes.SdkMissing, $"No SDK fits here. {start.FileName} says: {OneLine(words)} Install that version, or mend global.json."));
        }
    }

    private static string OneLine(string text) =>
        string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) + ".";
}
