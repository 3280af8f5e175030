using System.Runtime.InteropServices;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Turns SIGTERM, SIGINT and SIGHUP into a call, instead of the end of the process.</summary>
internal sealed class SignalGuard : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>From now on.</summary>
    public SignalGuard(Action<PosixSignal> onSignal) =>
        _registrations = [
            .. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        context.Cancel = true;
                        onSignal(context.Signal);
                    }
                )
            ),
        ];

    /// <summary>No longer.</summary>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
