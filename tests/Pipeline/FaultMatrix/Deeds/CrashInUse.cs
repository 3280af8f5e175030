using Pipeline.Systems;
using ServiceHost.Client;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A service crashes on a request.</summary>
internal sealed class CrashInUse : Deed
{
    public override async Task DoAsync(Trial trial)
    {
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(trial.SlowUrl + "/die"));
    }

    public override bool EndsTests(bool onDeath) => onDeath;

    public override Ending Expect(Moment moment) => Ending.FailedSaying(Ending.Error(ErrorCodes.ServiceDied, $"{Ending.SlowService} ended with exit code 7 while it was in use."));

    public override string ToString() => "a crash on a request";
}
