namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Copies a build output, so that a service neither locks nor sees <c>bin/</c> while it runs: a rebuild in the meantime does it no harm.</summary>
public static class Staging
{
    /// <summary>Copies a folder with all below it; files that are there are written over.</summary>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
