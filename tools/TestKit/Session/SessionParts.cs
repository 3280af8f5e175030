using System.Reflection;

namespace IntegrationSuite.TestKit.Session;

/// <summary>The parts that the libraries of this process have in its session.</summary>
internal static class SessionParts
{
    private static readonly string s_family = typeof(SessionParts).Assembly.GetName().Name!;

    private static readonly ISessionPart[] s_all = [.. Libraries().SelectMany(PartsOf)];

    /// <summary>A connection to a service that all of them observe.</summary>
    public static HttpMessageHandler Observe(string service, HttpMessageHandler connection) =>
        s_all.Aggregate(connection, (inner, part) => part.Observe(service, inner));

    /// <summary>One that all of them judge.</summary>
    public static HttpMessageHandler Judge(string service, HttpMessageHandler connection) =>
        s_all.Aggregate(connection, (inner, part) => part.Judge(service, inner));

    /// <summary>All of them write what they found.</summary>
    public static async Task WriteAsync(string results)
    {
        foreach (var part in s_all)
        {
            await part.WriteAsync(results, Assembly.GetEntryAssembly()!.GetName().Name!);
        }
    }

    // A library of which no test names a type is never loaded by itself, and no test platform's hook runs in a classic VSTest process.
    private static IEnumerable<string> Libraries() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name == s_family || name.StartsWith(s_family + ".", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<ISessionPart> PartsOf(string library) =>
        Assembly
            .Load(library)
            .GetCustomAttributes<SessionPartAttribute>()
            .Select(attribute => (ISessionPart)Activator.CreateInstance(attribute.Part)!);
}
