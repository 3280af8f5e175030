using System.Net;
using TestKit.Http;

namespace TestKit.Latency;

/// <summary>A local HTTP endpoint that does nothing: what a call costs on this machine at this moment.</summary>
public sealed class CalibrationServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly HttpClient _client;
    private readonly Task _serving;

    private CalibrationServer(HttpListener listener, Uri address)
    {
        _listener = listener;
        _client = new HttpClient { BaseAddress = address };
        _serving = ServeAsync();
    }

    /// <summary>Starts one on a free port.</summary>
    public static CalibrationServer Start()
    {
        var (listener, address) = LocalListener.Start();
        return new CalibrationServer(listener, address);
    }

    /// <summary>Calls it once.</summary>
    public async Task CallAsync()
    {
        using var response = await _client.GetAsync("");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _client.Dispose();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentLength64 = 2;
                await context.Response.OutputStream.WriteAsync("ok"u8.ToArray());
                context.Response.Close();
            }
            catch (Exception e) when (!_listener.IsListening && e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
