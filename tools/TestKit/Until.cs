using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit;

/// <summary>Waits for a condition that a service brings about after its answer.</summary>
public static class Until
{
    // Long, so that a busy machine fails no test.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until it holds.</summary>
    /// <param name="condition">Looked at again and again.</param>
    /// <param name="otherwise">What the test says when it never held.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task TrueAsync(Func<bool> condition, Func<string> otherwise, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > s_patience)
            {
                throw new AssertFailedException(otherwise());
            }

            await Task.Delay(s_pause, cancel);
        }
    }
}
