namespace Pipeline.Systems;

/// <summary>The .NET service of the small systems, as it was built with the tests.</summary>
internal static class Greeter
{
    /// <summary>Makes a project's folder of it: an empty project file, and what was built.</summary>
    public static void CopyTo(string folder)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder, "bin", "Debug", "net10.0")).FullName;
        File.WriteAllText(Path.Combine(folder, "Greeter.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        foreach (var file in Directory.EnumerateFiles(BuiltWith.GreeterOutput))
        {
            File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
        }
    }
}
