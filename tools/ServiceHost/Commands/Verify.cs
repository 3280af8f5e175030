using System.CommandLine;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost verify FOLDER</c>: whether a verdict says passed for the assemblies of a published folder.</summary>
internal static class Verify
{
    private const int MostNamed = 5;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A published folder of a service, or the path of its own assembly." };
        var file = new Option<string>("--verdict")
        {
            Description = "The verdict file.",
            DefaultValueFactory = _ => "artifacts/integration/results/verdict.json",
        };
        var maxAge = new Option<double>("--max-age") { Description = "How many hours old it may be.", DefaultValueFactory = _ => 24 };
        var threshold = new Option<double>("--coverage-threshold")
        {
            Description = "Percent of covered lines that it must have asked for.",
            DefaultValueFactory = _ => 80,
        };
        var command = new Command(
            "verify",
            $"Say whether an IntegrationTest passed for these very binaries. If {VerdictFile.KeyVariable} is set, its verdict must be signed with it. Exit code 1 if not."
        )
        {
            folder,
            file,
            maxAge,
            threshold,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(folder)!,
                parsed.GetValue(file)!,
                new ReleaseRule(TimeSpan.FromHours(parsed.GetValue(maxAge)), parsed.GetValue(threshold))
            )
        );
        return command;
    }

    private static int Run(string place, string file, ReleaseRule rule)
    {
        var verdict = VerdictFile.Read(file, Environment.GetEnvironmentVariable(VerdictFile.KeyVariable));
        var (service, differing) = Match(verdict, place);
        List<SuiteError> breaches = [.. rule.Breaches(verdict, DateTimeOffset.UtcNow), .. Differing(service, differing, place)];
        if (breaches.Count > 0)
        {
            throw new SuiteException(breaches);
        }

        Console.WriteLine(
            $"✓ {service} is as it was tested: passed on {verdict.FinishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {verdict.Tests.Sum(each => each.Passed)} tests"
        );
        return (int)ExitCode.Success;
    }

    // The service whose own assembly lies there; of several (one project, two names), the one that is most like it.
    private static (string? Service, IReadOnlyList<string> Differing) Match(VerdictFile verdict, string place)
    {
        var isFile = File.Exists(place);
        var found = Assemblies(isFile ? Path.GetDirectoryName(Path.GetFullPath(place))! : place);
        return verdict
            .Binaries.Where(each => isFile ? each.Value.Assembly == Path.GetFileName(place) : found.ContainsKey(each.Value.Assembly))
            .Select(each => (Service: (string?)each.Key, Differing: each.Value.DifferingFrom(found)))
            .OrderBy(each => each.Differing.Count)
            .FirstOrDefault((null, []));
    }

    private static IReadOnlyDictionary<string, string> Assemblies(string folder)
    {
        try
        {
            return ServiceBinaries.In(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.BadOption, $"The folder '{folder}' can't be read: {e.Message}"));
        }
    }

    private static IEnumerable<SuiteError> Differing(string? service, IReadOnlyList<string> differing, string place)
    {
        const string Advice = "Test and release one build, of the same configuration.";
        if (service is null)
        {
            yield return new SuiteError(
                ErrorCodes.BinariesDiffer,
                $"The verdict is of no service whose assemblies are in '{place}'. {Advice}"
            );
        }
        else if (differing.Count > 0)
        {
            var names =
                $"{string.Join(", ", differing.Take(MostNamed))}{(differing.Count > MostNamed ? $" and {differing.Count - MostNamed} more" : "")}";
            yield return new SuiteError(
                ErrorCodes.BinariesDiffer,
                $"These are not the binaries of {service} that were tested: {names}, in '{place}'. {Advice}",
                service
            );
        }
    }
}
