namespace ServiceHost.Supervision;

/// <summary>Copies a build output, so that a service neither locks nor sees <c>bin/</c> while it runs: a rebuild in the meantime does it no harm.</summary>
internal static class Staging
{
    /// <summary>Copies a folder with all below it.</summary>
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
