using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class LatencyPlanTests
{
    [TestMethod]
    [DataRow(1, 3, 30)]
    [DataRow(3, 3, 59)]
    [DataRow(12, 3, 236)]
    public void The_calibration_is_called_for_as_much_time_as_the_operation_and_at_least_once_in_two_calls(
        double operation,
        double calibration,
        int calls
    )
    {
        var (target, beside) = (new LatencySeries(), new LatencySeries());
        for (var i = 0; i < 60; i++)
        {
            while (LatencyPlan.IsCalibrationDue(target, beside))
            {
                beside.Add(TimeSpan.FromMilliseconds(calibration));
            }

            target.Add(TimeSpan.FromMilliseconds(operation));
        }

        Assert.AreEqual(calls, beside.Count);
    }
}
