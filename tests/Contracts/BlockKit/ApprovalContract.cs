using Clients.BlockKit;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.BlockKit;

/// <summary>What approval means: once, and for good.</summary>
public abstract class ApprovalContract(string service) : BlockTest(service)
{
    [TestMethod]
    public async Task An_approval_says_when()
    {
        var before = await Templates.CreateAsync();
        var after = await Templates.ApproveAsync(before.Id);

        Assert.IsGreaterThan(before.UpdatedAt, after.UpdatedAt);
        Assert.AreEqual(after.UpdatedAt, after.ApprovedAt);
        AssertSame(before with { Approved = true, ApprovedAt = after.ApprovedAt, UpdatedAt = after.UpdatedAt }, after);
        AssertSame(after, await Templates.GetAsync(before.Id));
    }

    [TestMethod]
    public async Task A_template_is_approved_only_once()
    {
        var approved = await Templates.CreateApprovedAsync(Line.Left("t"));
        await Templates.SendApprovalAsync(approved.Id).ExpectProblemAsync(409);

        AssertSame(approved, await Templates.GetAsync(approved.Id));
    }

    [TestMethod]
    public async Task An_approved_template_cannot_be_changed()
    {
        var approved = await Templates.CreateApprovedAsync(Line.Left("t"));
        await Http.PutJsonAsync($"{Templates.Path}/{approved.Id}", new NewTemplate { Name = "Changed" }, Cancel).ExpectProblemAsync(409);

        AssertSame(approved, await Templates.GetAsync(approved.Id));
    }

    [TestMethod]
    public async Task Of_32_clients_that_approve_at_once_exactly_one_succeeds()
    {
        var template = await Templates.CreateAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(async _ =>
                {
                    using var response = await Templates.SendApprovalAsync(template.Id);
                    return (int)response.StatusCode;
                })
        );

        Assert.AreSequenceEqual((int[])[200, .. Enumerable.Repeat(409, 31)], answers, SequenceOrder.InAnyOrder);
    }

    [TestMethod]
    public async Task A_change_that_meets_an_approval_is_in_before_it_or_refused()
    {
        var template = await Templates.CreateAsync();
        var change = Http.PutJsonAsync($"{Templates.Path}/{template.Id}", new NewTemplate { Name = "Changed" }, Cancel);
        var approved = await Templates.ApproveAsync(template.Id);
        using var changed = await change;

        Assert.Contains((int)changed.StatusCode, [200, 409]);
        Assert.AreEqual(changed.IsSuccessStatusCode ? "Changed" : template.Name, approved.Name);
        AssertSame(approved, await Templates.GetAsync(template.Id));
    }
}
