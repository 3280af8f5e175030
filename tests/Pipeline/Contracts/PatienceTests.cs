using IntegrationSuite.TestKit.Http;

namespace Pipeline.Contracts;

/// <summary>A service that does not answer, or not to the end, is named, and not the client's timeouts.</summary>
[TestClass]
public sealed class PatienceTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_service_that_stalls_is_named_with_the_operation(bool begins)
    {
        await using var server = new LocalServer(async context =>
        {
            if (begins)
            {
                context.Response.ContentLength64 = 1000;
                await context.Response.OutputStream.WriteAsync("{"u8.ToArray());
                await context.Response.OutputStream.FlushAsync();
            }
        });
        using var client = new HttpClient(
            new PatienceHandler("shop", TimeSpan.FromSeconds(0.5), new WholeBodies(new LivenessHandler("shop")))
        )
        {
            BaseAddress = server.Url,
        };

        var failure = await Assert.ThrowsExactlyAsync<AssertFailedException>(() =>
            client.GetAsync("/prices", TestContext.CancellationToken)
        );

        Assert.AreEqual($"GET {server.Url}prices: the service 'shop' did not answer to the end within 0.5 s.", failure.Message);
    }

    [TestMethod]
    public async Task A_test_that_is_called_off_blames_no_service()
    {
        await using var server = new LocalServer(_ => Task.CompletedTask);
        using var client = new HttpClient(new PatienceHandler("shop", TimeSpan.FromMinutes(1), new LivenessHandler("shop")));
        using var cancel = new CancellationTokenSource();
        var asking = client.GetAsync(server.Url, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => asking);
    }

    /// <summary>Reads bodies to their end, as judging them does.</summary>
    private sealed class WholeBodies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
    }
}
