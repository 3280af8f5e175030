using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases;

namespace Database;

/// <summary>What all tests share.</summary>
[TestClass]
public static class AssemblyHooks
{
    [AssemblyCleanup]
    public static async Task DropTemplatesAsync() => await TestServer.OfRun.DisposeAsync();
}
