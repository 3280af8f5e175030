using System.IO.Pipes;
using System.Net.Sockets;
using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>A connection to a supervisor's control pipe: requests out, lines in.</summary>
internal sealed class ControlConnection : IDisposable
{
    // Whoever connects has seen the supervisor alive: only a busy machine makes this long.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    // The state of 5,000 services has 3 MB.
    private const int LongestLine = 32 << 20;

    private readonly Stream _pipe;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private ControlConnection(Stream pipe)
    {
        _pipe = pipe;
        _reader = new StreamReader(pipe);
        _writer = new StreamWriter(pipe) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Connects.</summary>
    /// <returns>Null when nobody listens there, or another user does.</returns>
    public static async Task<ControlConnection?> TryOpenAsync(string pipe, CancellationToken cancel) =>
        await (OperatingSystem.IsWindows() ? TryOpenPipeAsync(pipe, cancel) : TryOpenSocketAsync(pipe, cancel)) is { } stream
            ? new ControlConnection(stream)
            : null;

    private static async Task<Stream?> TryOpenSocketAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            if (PeerUser.MayBeAsked(socket))
            {
                return new NetworkStream(socket, ownsSocket: true);
            }
        }
        catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
        {
            // Nobody listens there; or it is no path of a socket.
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        socket.Dispose();
        return null;
    }

    private static async Task<Stream?> TryOpenPipeAsync(string pipe, CancellationToken cancel)
    {
        var stream = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await stream.ConnectAsync(s_patience, cancel);
            return stream;
        }
        catch (Exception e)
        {
            await stream.DisposeAsync();
            if (e is TimeoutException or IOException or UnauthorizedAccessException)
            {
                return null;
            }
            throw;
        }
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="IOException">The supervisor is gone.</exception>
    public Task SendAsync(ControlRequest request, CancellationToken cancel) =>
        _writer.WriteLineAsync(JsonSerializer.Serialize(request, ClientJson.Options).AsMemory(), cancel);

    /// <summary>Reads an answer.</summary>
    /// <returns>Null at the end: the supervisor closed the connection, or is gone.</returns>
    /// <exception cref="SuiteException">It is no answer.</exception>
    public async Task<T?> ReadAsync<T>(CancellationToken cancel)
        where T : class
    {
        try
        {
            return await BoundedText.ReadLineAsync(_reader, LongestLine, cancel) is { } line
                ? JsonSerializer.Deserialize<T>(line, ClientJson.Options)
                : null;
        }
        catch (JsonException e)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.SupervisorFailed,
                    $"The supervisor gave an answer that can't be read: {e.Message} Was it started by another version of servicehost? Stop it with that one."
                )
            );
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose() => _pipe.Dispose();
}
