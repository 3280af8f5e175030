using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What a test is called by among all: short, and safe in a header.</summary>
public static class TestKey
{
    /// <summary>The key of a test; of those with one name in one class it is the same.</summary>
    /// <param name="className">Its class, with its namespace.</param>
    /// <param name="name">Its name, with its data.</param>
    public static string Of(string? className, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{className}\n{name}")))[..16];

    /// <summary>The key of what is done for all tests of a class; without one, for all of a project.</summary>
    public static string OfFixture(string? className) => Of(className, "");
}
