namespace IntegrationSuite.ServiceHost.Client;

/// <summary>A second instance of a service: it lives as long as this object, or as its process.</summary>
public sealed class InstanceLease : IAsyncDisposable
{
    private readonly ControlRequest _request;
    private readonly ControlConnection _connection;

    private InstanceLease(ControlRequest request, ControlConnection connection, string name, int port) =>
        (_request, _connection, Name, Port) = (request, connection, name, port);

    /// <summary>Its name, by which it can be stopped and started: its service's and a number.</summary>
    public string Name { get; }

    /// <summary>Its loopback port, the same after each start.</summary>
    public int Port { get; }

    /// <summary>Stops it and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_connection)
        {
            try
            {
                await _connection.SendAsync(_request with { Verb = ControlVerb.Release }, CancellationToken.None);
                await _connection.ReadAsync<RunEvent>(CancellationToken.None);
            }
            catch (IOException)
            {
                // The run is over, and the instance with it.
            }
        }
    }

    internal static async Task<InstanceLease> TakeAsync(RunState state, ControlRequest request, CancellationToken cancel)
    {
        var connection =
            await ControlConnection.TryOpenAsync(state.ControlPipe, cancel) ?? throw new SuiteException(SupervisorDoor.Lost(state));
        try
        {
            await connection.SendAsync(request, cancel);
            return await connection.ReadAsync<RunEvent>(cancel) switch
            {
                { Kind: RunEventKind.RequestDone, Service: { } name, Port: { } port } => new InstanceLease(request, connection, name, port),
                { Error: { } error } => throw new SuiteException(error),
                _ => throw new SuiteException(SupervisorDoor.Lost(state)),
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
