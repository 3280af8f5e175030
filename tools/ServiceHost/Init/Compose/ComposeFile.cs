namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>A Compose file.</summary>
internal sealed class ComposeFile
{
    // Each is compared with each.
    private const int MostServices = 500;
    private const int MostParts = 5_000;
    private static readonly string[] s_withoutMeaning = ["services", "version", "name", "networks", "volumes"];

    /// <summary>Reads it.</summary>
    /// <exception cref="Client.SuiteException">It is malformed: SUITE118.</exception>
    public ComposeFile(string file)
    {
        (Folder, Notes) = (Path.GetDirectoryName(file)!, new ComposeNotes(file));
        var document = YamlFile.Read(file);
        var services = document["services"] is { Members: { Count: > 0 } members }
            ? members
            : throw Notes.Wrong(document["services"] ?? document, "It must have a mapping 'services', with at least one service.");
        if (services.Count > MostServices)
        {
            throw Notes.Wrong(document["services"]!, $"It has more than {MostServices} services.");
        }
        Services = Read(services);
        RefuseCircles();
        TellRest("", document, s_withoutMeaning);
    }

    /// <summary>Its folder, from which its paths are.</summary>
    public string Folder { get; }

    /// <summary>Its services, in its order.</summary>
    public IReadOnlyList<ComposeService> Services { get; }

    /// <summary>Those that are PostgreSQL servers.</summary>
    public IEnumerable<ComposeService> Servers => Services.Where(service => service.IsPostgres);

    /// <summary>What could not be carried over.</summary>
    public ComposeNotes Notes { get; }

    /// <summary>The absolute path of one that the file gives.</summary>
    public string PathOf(string text, string? from = null) =>
        Path.GetFullPath(
            (Interpolation.Defaults(text) ?? text).Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal),
            from ?? Folder
        );

    /// <summary>Tells of the keys that nobody carries over; <c>x-…</c> are the file's own.</summary>
    public void TellRest(string whose, PlacedYaml mapping, IEnumerable<string> carried)
    {
        foreach (var (key, value) in mapping.Members!)
        {
            if (!carried.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal))
            {
                Notes.Add(value, $"{whose}'{key}' was not carried over.");
            }
        }
    }

    // Whoever waits for nobody is taken away, again and again; what is left stands in a circle, or behind one.
    private void RefuseCircles()
    {
        var waiting = Services.ToDictionary(service => service.Name);
        while (waiting.Values.FirstOrDefault(service => !service.DependsOn.Any(other => waiting.ContainsKey(other.Name))) is { } free)
        {
            waiting.Remove(free.Name);
        }
        if (waiting.Count > 0)
        {
            var at = waiting.Values.First().Node["depends_on"]!;
            throw Notes.Wrong(at, $"Services wait for each other in a circle: {Client.NameList.Of(waiting.Keys)}.");
        }
    }

    private List<ComposeService> Read(IReadOnlyDictionary<string, PlacedYaml> members)
    {
        var (services, parts) = (new List<ComposeService>(), 0);
        foreach (var (name, value) in members)
        {
            var service =
                value.Members is null || name.Length == 0
                    ? throw Notes.Wrong(value, $"The service '{name}' must be a mapping, and have a name.")
                    : new ComposeService(name, value, Notes);
            parts += service.Environment.Count + service.DependsOn.Count + service.Ports.Count;
            services.Add(
                parts <= MostParts
                    ? service
                    : throw Notes.Wrong(value, $"Its services have more than {MostParts} variables, ports and dependencies.")
            );
        }
        return services;
    }
}
