using System.Net;
using IntegrationSuite.TestKit.Http;
using IntegrationSuite.TestKit.Session;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Contracts.Between;

/// <summary>Stands between a service and one that it calls: passes each call on and checks the exchange against the callee's contract. Neither knows of it.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly string _callee;
    private readonly Action<RecordedCall> _record;
    private readonly HttpClient _client;
    private readonly LocalServer _server;

    /// <summary>Starts it on a free port.</summary>
    public RecordingProxy(string callee, Action<RecordedCall> record)
    {
        (_callee, _record) = (callee, record);
        _client = new HttpClient(new ContractHandler(callee, ServiceContract.Of(callee), new LivenessHandler(callee)))
        {
            BaseAddress = RunningServices.Url(callee),
        };
        _server = new LocalServer(PassAsync);
    }

    /// <summary>Its address, in the callee's place.</summary>
    public Uri Url => _server.Url;

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    // Recorded before it is answered: whoever has the answer finds the record.
    private async Task PassAsync(HttpListenerContext context)
    {
        var request = $"{context.Request.HttpMethod} {context.Request.RawUrl}";
        try
        {
            using var answer = await _client.SendAsync(Passing.RequestOf(context.Request));
            // The handler lets a refusal of bad input pass, as tests send such; a service must send none.
            var breach =
                answer.StatusCode == HttpStatusCode.BadRequest
                    ? $"the caller's request was refused: {await answer.Content.ReadAsStringAsync()}"
                    : null;
            _record(new RecordedCall(_callee, request, (int)answer.StatusCode, breach));
            await Passing.AnswerAsync(context.Response, answer);
        }
        catch (AssertFailedException e)
        {
            _record(new RecordedCall(_callee, request, Status: 0, e.Message));
            context.Response.Abort();
        }
    }
}
