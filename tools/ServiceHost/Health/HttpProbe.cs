using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Asks a service over HTTP whether it is healthy: by the status alone.</summary>
/// <param name="port">The service's port.</param>
/// <param name="health">What to ask, and which answers count.</param>
/// <param name="check">Tells whose answer it is.</param>
internal sealed class HttpProbe(int port, HttpHealth health, IPortCheck check) : SocketProbe(port, check)
{
    // What every request carries, unless the manifest says otherwise.
    private readonly Dictionary<string, string> _headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Host"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
        ["Accept"] = "*/*",
        ["Connection"] = "close",
    }
        .Concat(health.Headers)
        .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.Last().Value);

    /// <inheritdoc />
    protected override string Question => $"GET {health.Path}";

    // A bare socket: an HTTP client costs the supervisor 50 ms while the services want the processor, and only the status matters.
    /// <inheritdoc />
    protected override async Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel)
    {
        await using var stream = await OpenAsync(socket, cancel);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Request()), cancel);
        return await HttpStatus.ReadAsync(stream, cancel) is { } status
            ? new HealthLook(
                IsHealthy(status.Code),
                $"{Question} answered {status.Code}{(status.Redirect is { } target ? $", a redirect to {target}" : "")}"
            )
            : HealthLook.Unhealthy($"{Question} got no HTTP answer");
    }

    private string Request() =>
        $"GET {health.Path} HTTP/1.1\r\n{string.Concat(_headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n";

    private bool IsHealthy(string code)
    {
        var status = int.Parse(code, CultureInfo.InvariantCulture);
        return health.Statuses.Any(range => status >= range.First && status <= range.Last);
    }

    // Whose socket it is was seen already; a certificate would prove no more.
    private async Task<Stream> OpenAsync(Socket socket, CancellationToken cancel)
    {
        var plain = new NetworkStream(socket);
        if (!health.IsHttps)
        {
            return plain;
        }
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, _, _, _) => true },
            cancel
        );
        return secure;
    }
}
