using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Gates;

/// <summary>A ready-made test without anything to test is skipped and says so: MSTest takes an empty list of data for a fault.</summary>
internal static class NothingToTest
{
    private const string None = "no service";

    /// <summary>The rows; without any, one that stands for nothing.</summary>
    public static IEnumerable<(string, string, string)> OrNothing(this IEnumerable<(string, string, string)> rows) =>
        rows.DefaultIfEmpty((None, "", ""));

    /// <summary>The same for services alone.</summary>
    public static IEnumerable<string> OrNothing(this IEnumerable<string> services) => services.DefaultIfEmpty(None);

    /// <summary>Skips the test of that row.</summary>
    /// <param name="service">The row's service.</param>
    /// <param name="what">What no service has.</param>
    /// <exception cref="AssertInconclusiveException">It is that row.</exception>
    public static void Skip(string service, string what)
    {
        if (service == None)
        {
            Assert.Inconclusive($"No service has {what}.");
        }
    }
}
