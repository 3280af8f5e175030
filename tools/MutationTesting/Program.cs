using System.Text.Json;
using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.MutationTesting.Reports;
using IntegrationSuite.MutationTesting.Schemata;
using IntegrationSuite.ServiceHost.Client;

const int LongestError = 2000;

return args switch
{
    ["rewrite", var request] => Rewrite(request),
    ["judge", var request] => await JudgeAsync(request),
    _ => Usage(),
};

static int Rewrite(string request)
{
    var project = ProjectSources.Read(request);
    File.WriteAllLines(Path.Combine(project.Output, "sources.txt"), MutatedProject.Write(project));
    return 0;
}

static async Task<int> JudgeAsync(string file)
{
    var request = JsonSerializer.Deserialize<MutationRequest>(File.ReadAllBytes(file), ClientJson.Options)!;
    File.Delete(file); // it may hold a password
    using var end = new EndOfInterest(request.Starter);
    try
    {
        var judgement = await Judgement.MakeAsync(request, Say, Tell, end.Token);
        StrykerReport.Write(Path.Combine(request.Reports, "mutation.json"), judgement, Path.GetDirectoryName(request.Launch.Manifest)!);
        var survivors = Path.Combine(request.Reports, "survivors.txt");
        Survivors.Write(survivors, judgement);
        ScoreTable.Lines(judgement).ToList().ForEach(Say);
        Say($"Survivors: {survivors}");
        return Gate(judgement, request, survivors);
    }
    catch (SuiteException e)
    {
        e.Errors.ToList().ForEach(Tell);
        return 1;
    }
    catch (OperationCanceledException)
    {
        return 1; // nobody waits for a verdict
    }
}

static int Gate(Judgement judgement, MutationRequest request, string survivors)
{
    if (request.Threshold is not { } threshold)
    {
        return 0;
    }

    var (score, open) = (ScoreTable.ScoreOf(judgement.Verdicts), judgement.Verdicts.Count(verdict => verdict.Fate == Fate.NotJudged));
    if (open > 0)
    {
        Tell(
            new SuiteError(
                ErrorCodes.MutantsNotJudged,
                $"{open} of {judgement.Verdicts.Count} mutants were not judged within MutationTimeLimit ({request.Minutes:0.#} min): give it more."
            )
        );
    }
    else if (score < threshold)
    {
        Tell(
            new SuiteError(
                ErrorCodes.MutantsSurvived,
                FormattableString.Invariant(
                    $"The tests kill {score:0.0} % of the mutants that they reach; MutationThreshold asks for {threshold} %. {survivors} shows those that survived."
                )
            )
        );
    }

    return open > 0 || score < threshold ? 1 : 0;
}

static void Say(string line) => Console.WriteLine(HarmlessText.Of(line));

static void Tell(SuiteError error) => Console.Error.WriteLine(HarmlessText.OneLine(error.ToString(), LongestError));

static int Usage()
{
    Console.Error.WriteLine("mutation rewrite REQUEST | mutation judge REQUEST: called by dotnet build -t:MutationTest.");
    return 2;
}
