using System.Text.Json.Nodes;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>Services of a test that run in a container: a web server of busybox, whose <c>/env</c> tells its environment.</summary>
internal static class ContainerService
{
    /// <summary>The port in the container.</summary>
    public const int OwnPort = 7000;

    // It says so before it does, so that nothing but its socket proves that it listens.
    private const string Serve = "/busybox env > /www/env; echo serving; /busybox sleep 0.3; /busybox httpd -f -p $PORT -h /www & wait";

    /// <summary>One that ends when asked, or does not (<see cref="Mode.IgnoreSigterm"/>).</summary>
    public static TestService Of(string name, string mode = Mode.Normal) => In(new TestService(name, mode));

    /// <summary>The same service in a container.</summary>
    public static TestService In(TestService service) =>
        Running(service, (Mode.IsStubborn(service.Mode) ? "trap '' TERM; " : "trap 'exit 0' TERM; ") + Serve);

    /// <summary>One that runs a script.</summary>
    public static TestService Running(TestService service, string script, int? containerPort = OwnPort) =>
        service with
        {
            Command = new JsonArray("/busybox", "sh", "-c", script),
            Keys = new(service.Keys) { ["image"] = TestEngine.Image, ["containerPort"] = containerPort },
        };
}
