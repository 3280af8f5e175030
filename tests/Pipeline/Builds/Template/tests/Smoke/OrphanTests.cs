using System.Diagnostics;
using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Smoke;

/// <summary>Tests that go on asking when what they stand on is gone.</summary>
[TestClass]
public sealed class OrphanTests : ServiceTest
{
    private static readonly string? s_smoke = Environment.GetEnvironmentVariable("SMOKE");

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task Asks_on_until_it_is_told_why_nobody_answers(int number)
    {
        if (s_smoke == "skip")
        {
            Assert.Inconclusive("told so");
        }

        if (s_smoke is not ("kill-service" or "kill-database"))
        {
            return;
        }

        if (number == 1)
        {
            var victim = s_smoke == "kill-service" ? Suite.Service("clock").Process : Suite.State.Postgres!.Process;
            Process.GetProcessById(victim!.Pid).Kill();
        }

        while (true)
        {
            try
            {
                using var answer = await Client("clock").GetAsync("/health", Cancel);
            }
            catch (AssertFailedException e) when (!e.Message.Contains("SUITE", StringComparison.Ordinal))
            {
                // It is dead, and nobody has said so yet.
            }

            await Task.Delay(20, Cancel);
        }
    }
}
