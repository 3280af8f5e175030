namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>The states of a TCP socket, by the kernel's numbers (<c>include/net/tcp_states.h</c>).</summary>
internal enum TcpState
{
    Established = 1,
    SynSent,
    SynRecv,
    FinWait1,
    FinWait2,
    TimeWait,
    Close,
    CloseWait,
    LastAck,
    Listen,
    Closing,
    NewSynRecv,
}

/// <summary>Their names.</summary>
internal static class TcpStates
{
    /// <summary>The name that netstat and ss give it, such as <c>TIME_WAIT</c>.</summary>
    public static string NameOf(this TcpState state) =>
        string.Concat(
            state.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}")
        );
}
