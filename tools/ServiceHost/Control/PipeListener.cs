using System.IO.Pipes;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>A named pipe of Windows, which the system opens for this user alone.</summary>
internal sealed class PipeListener(string name) : IControlListener
{
    private NamedPipeServerStream _next = Create(name);

    /// <inheritdoc />
    public async Task<Stream?> AcceptAsync(CancellationToken cancel)
    {
        var pipe = _next;
        await pipe.WaitForConnectionAsync(cancel);
        _next = Create(name); // before the session may end: without any instance the pipe would vanish
        return pipe;
    }

    public void Dispose() => _next.Dispose();

    private static NamedPipeServerStream Create(string name) =>
        new(
            name,
            PipeDirection.InOut,
            NamedPipeServerStream.MaxAllowedServerInstances,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly
        );
}
