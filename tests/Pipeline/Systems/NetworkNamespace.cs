namespace Pipeline.Systems;

/// <summary>A network of a command's own, with nothing but a loopback.</summary>
internal static class NetworkNamespace
{
    /// <summary>The words that run a command there.</summary>
    /// <param name="outgoing">The first and the last port of outgoing connections.</param>
    /// <param name="words">The command.</param>
    public static IReadOnlyList<string> Words((int First, int Last) outgoing, params IEnumerable<string> words)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Inconclusive("Only root, on Linux, can make a network of his own and say which ports its outgoing connections take.");
        }

        var setup = $"ip link set lo up && echo '{outgoing.First} {outgoing.Last}' > /proc/sys/net/ipv4/ip_local_port_range && exec \"$@\"";
        return ["unshare", "--net", "sh", "-c", setup, "sh", .. words];
    }
}
