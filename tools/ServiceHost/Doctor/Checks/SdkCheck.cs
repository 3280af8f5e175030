using System.Diagnostics;
using ServiceHost.Client;

namespace ServiceHost.Doctor.Checks;

/// <summary>The SDK that <c>global.json</c> asks for is installed. <c>dotnet</c> itself is asked, which knows the rules of roll-forward.</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public string AllWell => "The SDK fits";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        var start = new ProcessStartInfo(DotnetHost.FilePath, ["--version"]) { WorkingDirectory = Path.GetDirectoryName(context.Options.Manifest) };
        var dotnet = ProgramRun.RunAsync(start, s_patience).GetAwaiter().GetResult();
        if (dotnet.ExitCode != 0)
        {
            yield return new Finding(new SuiteError(
                ErrorCodes.SdkMissing, $"No SDK fits here. {start.FileName} says: {OneLine(dotnet.Error + dotnet.Output)} Install that version, or mend global.json."));
        }
    }

    private static string OneLine(string text) =>
        string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) + ".";
}
