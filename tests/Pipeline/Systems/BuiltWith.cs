using System.Reflection;

namespace Pipeline.Systems;

/// <summary>What the build wrote into this assembly (<c>AssemblyMetadata</c> in Pipeline.csproj).</summary>
internal static class BuiltWith
{
    /// <summary>The built <c>servicehost.dll</c>.</summary>
    public static string ServiceHost { get; } = Read("ServiceHost");

    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = Read("Repository");

    /// <summary>The build output of the service in .NET.</summary>
    public static string GreeterOutput { get; } = Read("GreeterOutput");

    /// <summary>The build output of another team's service in .NET.</summary>
    public static string ShopOutput { get; } = Read("ShopOutput");

    private static string Read(string key) =>
        typeof(BuiltWith).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;
}
