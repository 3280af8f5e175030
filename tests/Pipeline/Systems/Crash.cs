using System.Net.Sockets;

namespace Pipeline.Systems;

/// <summary>Makes a service of a test crash.</summary>
internal static class Crash
{
    /// <summary>Sends the request that ends it, which gets no answer.</summary>
    public static async Task OnRequestAsync(string url)
    {
        using var http = new HttpClient();
        var end = await Assert.ThrowsAsync<Exception>(() => http.GetAsync(url + "/die"));
        Assert.IsTrue(end is HttpRequestException or SocketException, end.ToString()); // the latter when it ends before .NET has looked at the new connection
    }
}
