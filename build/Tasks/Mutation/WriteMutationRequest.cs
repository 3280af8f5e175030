using System.Globalization;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.Tasks.Services;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Mutation;

/// <summary>Writes what <c>mutation judge</c> is to do into a file that nobody else reads: it may hold a password.</summary>
public sealed class WriteMutationRequest : LaunchTask
{
    /// <summary>The test projects' assemblies.</summary>
    [Required]
    public required ITaskItem[] Tests { get; set; }

    /// <summary>The folder of the mutants' lists.</summary>
    [Required]
    public required string Mutants { get; set; }

    /// <summary>The folder of the reports.</summary>
    [Required]
    public required string Reports { get; set; }

    /// <summary>Minutes, as text so that a bad value gets an error of ours.</summary>
    public string Minutes { get; set; } = "30";

    /// <summary>Percent; empty: no gate.</summary>
    public string Threshold { get; set; } = "";

    /// <summary>A commit; empty: the mutants of all lines.</summary>
    public string Since { get; set; } = "";

    /// <summary>A filter of tests; empty: all.</summary>
    public string Filter { get; set; } = "";

    /// <summary>The file written.</summary>
    [Output]
    public string Request { get; set; } = "";

    /// <inheritdoc />
    protected override void Run()
    {
        var launch = Options(keepRunning: false);
        if (launch.ServiceUrls.Count > 0)
        {
            throw BadValue("ServiceUrls", ServiceUrls!, "empty: services that run elsewhere have no mutants in them");
        }

        PrivateFolder.Open(launch.ArtifactsDirectory, below: Path.GetDirectoryName(launch.Manifest));
        Request = Path.Combine(launch.ArtifactsDirectory, MutationRequest.FileName);
        File.Delete(Request);
        using var file = new FileStream(Request, PrivateFolder.File0600(FileMode.CreateNew, FileAccess.Write, FileShare.None));
        JsonSerializer.Serialize(
            file,
            new MutationRequest
            {
                Launch = launch,
                Starter = ProcessIdentities.Own,
                Tests = [.. Tests.Select(test => test.GetMetadata("FullPath"))],
                Mutants = Path.GetFullPath(Mutants),
                Reports = Path.GetFullPath(Reports),
                Minutes = Number("MutationTimeLimit", Minutes, 24 * 60),
                Filter = Filter,
                Since = Since.Length == 0 ? null : Since,
                Threshold = Threshold.Length == 0 ? null : Number("MutationThreshold", Threshold, 100),
            },
            ClientJson.Indented
        );
    }

    private static double Number(string property, string text, double most) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw BadValue(property, text, $"a number above 0, at most {most}");
}
