namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>A folder of the cache that is there either whole or not at all.</summary>
internal static class CacheEntry
{
    /// <summary>Makes it beside its place and renames it. When another run was faster, that one's is kept.</summary>
    public static async Task CreateAsync(string folder, Func<string, Task> fill)
    {
        var building = folder + $".{Guid.NewGuid():N}";
        Directory.CreateDirectory(building);
        try
        {
            await fill(building);
            Directory.Move(building, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run made it meanwhile.
        }
        finally
        {
            if (Directory.Exists(building))
            {
                Directory.Delete(building, recursive: true);
            }
        }
    }
}
