using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>What mutation testing came to.</summary>
/// <param name="Verdicts">Each mutant's.</param>
/// <param name="Tests">Key → result of the recording run.</param>
internal sealed record Judgement(IReadOnlyList<MutantVerdict> Verdicts, IReadOnlyDictionary<string, TestResult> Tests)
{
    /// <summary>Judges all mutants of a request.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="say">Told how far it is.</param>
    /// <param name="warn">Told of tests that fail without a mutant: they judge none.</param>
    /// <param name="cancel">Calls it off.</param>
    public static async Task<Judgement> MakeAsync(
        MutationRequest request,
        Action<string> say,
        Action<SuiteError> warn,
        CancellationToken cancel
    )
    {
        var end = DateTimeOffset.UtcNow.AddMinutes(request.Minutes);
        var work = Path.Combine(request.Reports, "work");
        PrepareFolder(request.Reports, work);
        var mutants = await MutantsOfAsync(request, cancel);
        var projects = request.Tests.Select(assembly => new TestProject(assembly, request.Launch, work, request.Filter)).ToList();
        foreach (var service in new ManifestReader(request.Launch.Manifest).Read().Services.Where(service => !HasMutants(service, request)))
        {
            say($"Left out: {service.Name}, which is no project in C#.");
        }

        say($"{mutants.Count} mutants. All tests run once without any, to see which reach which.");
        var recording = await Recording.MakeAsync(request.Launch, projects, Path.Combine(work, "reach"), cancel);
        if (mutants.Count > 0 && recording.Tests.Count == 0)
        {
            throw new SuiteException([.. projects.Select(NothingReached)]);
        }

        recording.Failed.ToList().ForEach(test => warn(FailsWithout(test)));

        var trials = mutants.Where(IsJudged).Select(mutant => new Trial(mutant, recording.TestsFor(mutant.Name))).ToList();
        var reached = trials.Where(trial => trial.Tests.Count > 0).ToList();
        say($"{recording.Tests.Count} tests reach {reached.Count} mutants.");
        await new Campaign(request, recording, reached, say).RunAsync(end, cancel);
        var byName = trials.ToDictionary(trial => trial.Mutant.Name);
        return new Judgement(
            [.. mutants.Select(mutant => MutantVerdict.Of(mutant, byName.GetValueOrDefault(mutant.Name), recording.Reach))],
            recording.Tests
        );
    }

    private static async Task<IReadOnlyList<Mutant>> MutantsOfAsync(MutationRequest request, CancellationToken cancel)
    {
        var mutants = Directory.EnumerateFiles(request.Mutants, "*.json").Order(StringComparer.Ordinal).SelectMany(MutantFile.Read);
        var changed = request.Since is null
            ? null
            : await ChangedLines.SinceAsync(Path.GetDirectoryName(request.Launch.Manifest)!, request.Since, cancel);
        return [.. mutants.Where(mutant => changed?.Has(mutant) != false)];
    }

    private static bool HasMutants(ServiceEntry service, MutationRequest request) =>
        service.Project is { } project
        && request.Launch.Outputs.TryGetValue(project, out var output)
        && File.Exists(Path.Combine(request.Mutants, Path.GetFileNameWithoutExtension(output) + ".json"));

    private static SuiteError NothingReached(TestProject project) =>
        new(
            ErrorCodes.RecordingIncomplete,
            $"No passing test of {project.Name} reaches a mutant. Tests take part that derive from ServiceTest, on Microsoft.Testing.Platform.",
            Log: project.Log
        );

    private static bool IsJudged(Mutant mutant) => mutant.Reason is null && !mutant.OfProcess;

    private static void PrepareFolder(string reports, string work)
    {
        if (Directory.Exists(reports))
        {
            Directory.Delete(reports, recursive: true);
        }

        Directory.CreateDirectory(work);
    }

    private static SuiteError FailsWithout(TestResult test) =>
        new(ErrorCodes.TestsNotGreen, $"{test.FullName} fails without a mutant, so it judges none: {test.Message}", IsWarning: true);
}
