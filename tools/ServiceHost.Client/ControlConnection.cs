using System.IO.Pipes;
using System.Text.Json;

namespace ServiceHost.Client;

/// <summary>A connection to a supervisor's control pipe: requests out, lines in.</summary>
internal sealed class ControlConnection : IDisposable
{
    // Whoever connects has seen the supervisor alive: only a busy machine makes this long.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly NamedPipeClientStream _pipe;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private ControlConnection(NamedPipeClientStream pipe)
    {
        _pipe = pipe;
        _reader = new StreamReader(pipe);
        _writer = new StreamWriter(pipe) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Connects.</summary>
    /// <returns>Null when nobody listens there.</returns>
    public static async Task<ControlConnection?> TryOpenAsync(string pipe, CancellationToken cancel)
    {
        var stream = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await stream.ConnectAsync(s_patience, cancel);
            return new ControlConnection(stream);
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
    public async Task<T?> ReadAsync<T>(CancellationToken cancel)
        where T : class
    {
        try
        {
            return await _reader.ReadLineAsync(cancel) is { } line ? JsonSerializer.Deserialize<T>(line, ClientJson.Options) : null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose() => _pipe.Dispose();
}
