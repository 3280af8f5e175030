using System.Net;
using Calibration;

// Says its address on stdout, answers GET /, and ends when its stdin does: so it ends with whoever started it, however that one ends.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));

await using var app = builder.Build();
using var self = new HttpClient(new SocketsHttpHandler { UseProxy = false });
app.MapGet("/hop", () => "");

// Two more calls, as a service makes to its database: on a busy machine it is the waiting for a turn that costs.
app.MapGet(
    "/",
    async () =>
    {
        var hop = new Uri(new Uri(app.Urls.Single()), "hop");
        return await self.GetStringAsync(hop) + FixedWork.Do() + await self.GetStringAsync(hop);
    }
);
await app.StartAsync();
Console.WriteLine(app.Urls.Single());
await Console.In.ReadToEndAsync();
await app.StopAsync();
