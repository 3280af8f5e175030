namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads a service that runs in a container: its image.</summary>
internal static class ImageReader
{
    /// <summary>The key.</summary>
    public const string Key = "image";

    // The suite's servers listen on this machine's 127.0.0.1, which no container reaches; and a folder of this machine is none of its.
    private static readonly string[] s_foreign = ["database", "migrations", "workingDirectory"];

    /// <summary>Whether a text can be an image, and nothing else to the engine's client: an option, say.</summary>
    public static bool IsName(string text) => text.Length > 0 && text[0] != '-' && !text.Any(char.IsWhiteSpace);

    /// <summary>The image.</summary>
    /// <param name="fields">The entry.</param>
    /// <param name="health">How it is known to be healthy.</param>
    /// <returns>Null when there is none. What is wrong goes to the report.</returns>
    public static string? Read(EntryFields fields, HealthCheck health)
    {
        if (fields.Find(Key) is null)
        {
            return null;
        }
        foreach (var key in s_foreign.Where(key => fields.Find(key) is not null))
        {
            fields.Refuse<string>(key, "is not for an 'image': its container does not reach it");
        }
        if (fields.Find("kind")?.Text == "job")
        {
            fields.Refuse<string>("kind", "must be service: an 'image' is no job");
        }
        if (health is LogHealth { TellsPort: true })
        {
            fields.Refuse<string>("health", "tells a port inside of the container, which nobody reaches; give 'port' and 'containerPort'");
        }
        return fields.Text(Key) switch
        {
            { } image when !IsName(image) => fields.Refuse<string>(Key, "must be the name of an image without blanks, such as redis:7"),
            var image => image,
        };
    }
}
