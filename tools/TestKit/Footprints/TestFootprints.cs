using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationSuite.ServiceHost.Client.Results;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Footprints;

/// <summary>What the tests of this process do with the services, by test.</summary>
internal static class TestFootprints
{
    private static readonly ConcurrentDictionary<string, Footprint> s_all = new();
    private static volatile bool s_isOfAnotherMsTest;

    /// <summary>Those of all tests so far.</summary>
    public static IReadOnlyList<TestFootprint> All => [.. s_all.Select(pair => pair.Value.ToRecord(pair.Key))];

    /// <summary>That of the test, or of the set-up of a class or of the project, that runs here; null outside of any, and where MSTest is another than ours: then nothing is known of the test.</summary>
    public static Footprint? Current
    {
        get
        {
            try
            {
                return s_isOfAnotherMsTest ? null : OfContext();
            }
            catch (Exception e) when (e is IOException or TypeLoadException or MissingMemberException)
            {
                s_isOfAnotherMsTest = true;
                return null;
            }
        }
    }

    // A method of its own: what it needs is looked for when it is called, and an older MSTest has it not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Footprint? OfContext() =>
#pragma warning disable MSTESTEXP // Nothing else tells a static member who calls it.
        TestContext.Current is { } test ? Of(test) : null;
#pragma warning restore MSTESTEXP

    /// <summary>A test's.</summary>
    public static Footprint Of(TestContext test) => s_all.GetOrAdd(KeyOf(test), _ => new Footprint());

    /// <summary>A test's key, or that of the fixture of a class or of the project.</summary>
    public static string KeyOf(TestContext test) =>
        TestKey.Of(OfTest(() => test.FullyQualifiedTestClassName), OfTest(() => test.TestDisplayName ?? test.TestName) ?? "");

    // In a fixture there is no test, and MSTest says so by an exception.
    private static string? OfTest(Func<string?> property)
    {
        try
        {
            return property();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Gives a value that leads to services past everything that sees what a test does with them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="means">What the test used.</param>
    public static T Unseen<T>(T value, string means)
    {
        Current?.Forget($"it used {means}: what it did with that is not seen");
        return value;
    }
}
