using System.Runtime.CompilerServices;
using System.Text.Json;
using IntegrationSuite.TestKit;

/// <summary>How the reference services name what is in their JSON. Compiled into each test project: it must hold before its first test.</summary>
internal static class Naming
{
    [ModuleInitializer]
    internal static void Choose() => Json.Name(JsonNamingPolicy.SnakeCaseLower);
}
