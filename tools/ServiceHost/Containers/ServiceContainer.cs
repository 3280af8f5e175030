using System.Globalization;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>The container of one service: how its engine's client is told to run it, to look at it and to remove it.</summary>
/// <param name="engine">Who runs it.</param>
/// <param name="run">The run's name (<see cref="Storage.RunName"/>).</param>
/// <param name="service">The service, or a second instance of it.</param>
internal sealed class ServiceContainer(ContainerEngine engine, string run, string service)
{
    private static readonly string[] s_readByClient =
    [
        "PATH",
        "HOME",
        "TMPDIR",
        "STORAGE_DRIVER",
        "STORAGE_OPTS",
        "REGISTRY_AUTH_FILE",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
    ];
    private static readonly string[] s_readByClientPrefixes = ["DOCKER_", "CONTAINER", "PODMAN_", "XDG_", "LD_"];

    private readonly ContainerRemoval _removal = new(engine, ContainerLabels.Of(run, service));

    /// <summary>Its name; no two have the same.</summary>
    public string Name { get; } = $"servicehost-{run}-{service.Replace('~', '_')}"; // the mark of a second instance is no character of it

    /// <summary>Whether the client itself would obey a variable: in its environment, that is not for the container.</summary>
    public static bool IsReadByClient(string variable) =>
        s_readByClient.Contains(variable, StringComparer.OrdinalIgnoreCase)
        || variable.EndsWith('*') // to Podman: all of its own that begin so
        || Array.Exists(s_readByClientPrefixes, prefix => variable.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The command that runs it and stays for as long as it runs: it hands signals and output on.</summary>
    /// <param name="image">Its image, which is pulled if it is not there.</param>
    /// <param name="arguments">What follows the image.</param>
    /// <param name="published">The ports in it, by those of this machine that lead to them.</param>
    /// <param name="environment">Its variables. Their values are taken from the client's environment, as other users see command lines; but for those that the client obeys.</param>
    public IReadOnlyList<string> Run(
        string image,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<int, int> published,
        IReadOnlyDictionary<string, string> environment
    ) =>
        [
            .. engine.Words,
            "run",
            "--rm",
            "--name",
            Name,
            .. ContainerLabels.Of(run, service).SelectMany(label => (string[])["--label", label]),
            "--stop-timeout", // of whoever removes it by force: it has been asked long before
            "0",
            .. published.SelectMany(port =>
                (string[])["--publish", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port.Key}:{port.Value}")]
            ),
            .. environment.SelectMany(pair => (string[])["--env", IsReadByClient(pair.Key) ? $"{pair.Key}={pair.Value}" : pair.Key]),
            image,
            .. arguments,
        ];

    /// <summary>The command that runs another one in it.</summary>
    public IReadOnlyList<string> Exec(IReadOnlyList<string> words) => [.. engine.Words, "exec", Name, .. words];

    /// <summary>Whether it runs.</summary>
    /// <exception cref="EngineException">The engine does not answer.</exception>
    public async Task<bool> IsRunningAsync() =>
        (await engine.RunAsync("inspect", "--type", "container", "--format", "{{.State.Running}}", Name)).Output.Trim() == "true";

    /// <summary>Removes it, if it is there, and proves that it is gone.</summary>
    /// <exception cref="EngineException">The engine does not answer, or it can't be removed.</exception>
    public Task RemoveAsync() => _removal.RunAsync();
}
