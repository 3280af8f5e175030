using System.Text.Json;
using MutationTesting.Judging;
using MutationTesting.Reports;
using MutationTesting.Schemata;
using ServiceHost.Client;

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
    var score = ScoreTable.ScoreOf(judgement.Verdicts);
    if (score >= (request.Threshold ?? 0))
    {
        return 0;
    }

    var message = FormattableString.Invariant(
        $"The tests kill {score:0.0} % of the mutants that they reach; MutationThreshold asks for {request.Threshold} %. {survivors} shows those that survived."
    );
    Tell(new SuiteError(ErrorCodes.MutantsSurvived, message));
    return 1;
}

static void Say(string line) => Console.WriteLine(HarmlessText.Of(line));

static void Tell(SuiteError error) => Console.Error.WriteLine(HarmlessText.Of(error.ToString()));

static int Usage()
{
    Console.Error.WriteLine("mutation rewrite REQUEST | mutation judge REQUEST: called by dotnet build -t:MutationTest.");
    return 2;
}
