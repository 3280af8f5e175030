namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>What makes the runtime of a service count its coverage: of Node, V8's own counting, and a script that lets SIGTERM be an end in order.</summary>
internal static class CoverageVariables
{
    /// <summary>The folder of the service's coverage, for what is loaded into it.</summary>
    public const string Folder = "SERVICEHOST_COVERAGE";

    private const string NodeFolder = "NODE_V8_COVERAGE";
    private const string NodeOptions = "NODE_OPTIONS";

    private static readonly string s_nodeScript = Path.Combine(AppContext.BaseDirectory, "coverage", "node.cjs");

    /// <summary>The environment with them. Where the manifest says itself where Node's coverage goes, that holds.</summary>
    /// <param name="environment">What the service has otherwise.</param>
    /// <param name="folder">The absolute folder that is the service's own.</param>
    public static IReadOnlyDictionary<string, string> AddTo(IReadOnlyDictionary<string, string> environment, string folder)
    {
        var measured = new Dictionary<string, string>(environment) { [Folder] = folder };
        measured.TryAdd(NodeFolder, Path.Combine(folder, "v8"));
        measured[NodeOptions] = $"{environment.GetValueOrDefault(NodeOptions)} --require {Quoted(s_nodeScript)}".TrimStart();
        return measured;
    }

    // As Node splits the variable: in quotes, a backslash takes the next character as it is.
    private static string Quoted(string path) =>
        $"\"{path.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
