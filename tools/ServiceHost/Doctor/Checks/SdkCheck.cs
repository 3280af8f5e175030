using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>The SDK that <c>global.json</c> asks for is installed. <c>dotnet</c> itself is asked, which knows the rules of roll-forward.</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public string AllWell => "The SDK fits";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        var command = Cli.Wrap(DotnetHost.FilePath)
            .WithArguments("--version")
            .WithWorkingDirectory(Path.GetDirectoryName(context.Options.Manifest)!);
        if (Complaint(command) is { } complaint)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.SdkMissing,
                    $"No SDK fits here. {command.TargetFilePath} says: {complaint} Install that version, or mend global.json."
                )
            );
        }
    }

    private static string? Complaint(Command command)
    {
        try
        {
            var dotnet = ProgramRun.RunAsync(command, s_patience).GetAwaiter().GetResult();
            return dotnet.ExitCode == 0 ? null : OneLine(dotnet.Error + dotnet.Output);
        }
        catch (TimeoutException e)
        {
            return e.Message;
        }
    }

    private static string OneLine(string text) =>
        string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) + ".";
}
