namespace IntegrationSuite.TestKit.Latency;

/// <summary>The exact binomial test (Clopper and Pearson, 1934): no approximation, as counts are small.</summary>
public static class ExactBinomial
{
    /// <summary>How probable it is that at least <paramref name="successes"/> of <paramref name="trials"/> succeed by chance.</summary>
    /// <param name="successes">What was counted.</param>
    /// <param name="trials">Of how many.</param>
    /// <param name="chance">Of each, above 0 and below 1.</param>
    public static double AtLeast(int successes, int trials, double chance)
    {
        var odds = chance / (1 - chance);
        var (term, below) = (Math.Pow(1 - chance, trials), 0.0);
        for (var k = 0; k < successes; k++)
        {
            below += term;
            term *= odds * (trials - k) / (k + 1);
        }

        return Math.Max(0, 1 - below);
    }
}
