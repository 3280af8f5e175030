using Clients.Exhibits;
using Clients.Facts;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

[TestClass]
public sealed class SupportTests : ServiceTest
{
    private FactsClient Facts => new(Client("facts"), Cancel);

    private ExhibitsClient Exhibits => new(Client("exhibits"), Cancel);

    [TestMethod]
    public async Task A_claim_without_exhibits_has_no_support()
    {
        var support = await Facts.GetSupportAsync((await Facts.CreateClaimAsync()).Id);
        Assert.IsFalse(support.HasSupport);
        Assert.IsEmpty(support.Exhibits);
    }

    [TestMethod]
    public async Task A_claim_is_supported_by_its_exhibits_as_they_are_now()
    {
        var claim = await Facts.CreateClaimAsync();
        var (lease, receipt) = (await Exhibits.CreateAsync(), await Exhibits.CreateAsync());
        await Facts.LinkExhibitAsync(claim.Id, lease.Id);
        Assert.IsTrue((await Facts.GetSupportAsync(claim.Id)).HasSupport, "One exhibit is support.");
        var linked = await Facts.LinkExhibitAsync(claim.Id, receipt.Id);
        Assert.AreSequenceEqual(new[] { lease.Id, receipt.Id }, linked.ExhibitIds.ToArray());
        Assert.IsGreaterThan(claim.UpdatedAt, linked.UpdatedAt);

        await Exhibits.ChangeAsync(receipt.Id, new ExhibitChange("Receipt of 5 May"));
        var support = await Facts.GetSupportAsync(claim.Id);
        Assert.IsTrue(support.HasSupport);
        Assert.AreSequenceEqual(
            new SupportingExhibit[] { new(lease.Id, lease.Title), new(receipt.Id, "Receipt of 5 May") },
            support.Exhibits.ToArray()
        );
    }

    [TestMethod]
    public async Task An_exhibit_that_is_unlinked_moves_the_time_of_the_claim()
    {
        var exhibit = await Exhibits.CreateAsync();
        var linked = await Facts.LinkExhibitAsync((await Facts.CreateClaimAsync()).Id, exhibit.Id);
        await Facts.UnlinkExhibitAsync(linked.Id, exhibit.Id);
        Assert.IsGreaterThan(linked.UpdatedAt, (await Facts.GetClaimAsync(linked.Id)).UpdatedAt);
    }

    [TestMethod]
    public async Task A_link_answers_with_the_claim_and_leads_to_it()
    {
        var claim = await Facts.CreateClaimAsync();
        var exhibit = await Exhibits.CreateAsync();
        using var response = await LinkAsync(claim.Id, exhibit.Id).ExpectAsync(201);
        Assert.AreEqual($"/facts/claims/{claim.Id}", response.Headers.Location?.OriginalString);
        Assert.AreEqual(exhibit.Id, (await response.ReadStrictAsync<Claim>()).ExhibitIds.Single());
    }

    [TestMethod]
    public async Task An_exhibit_that_is_deleted_supports_nothing()
    {
        var claim = await Facts.CreateClaimAsync();
        var exhibit = await Exhibits.CreateAsync();
        await Facts.LinkExhibitAsync(claim.Id, exhibit.Id);
        await Exhibits.DeleteAsync(exhibit.Id);
        Assert.IsFalse((await Facts.GetSupportAsync(claim.Id)).HasSupport);
    }

    [TestMethod]
    public async Task Exhibits_support_in_the_order_that_they_were_linked_in_and_what_is_linked_again_is_the_last()
    {
        var claim = (await Facts.CreateClaimAsync()).Id;
        var exhibits = (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Exhibits.CreateAsync())))
            .Select(exhibit => exhibit.Id)
            .Order();
        var linked = exhibits.Reverse().ToList();
        foreach (var exhibit in linked)
        {
            await Facts.LinkExhibitAsync(claim, exhibit);
        }

        await Facts.UnlinkExhibitAsync(claim, linked[0]);
        await Facts.LinkExhibitAsync(claim, linked[0]);

        linked = [.. linked.Skip(1), linked[0]];
        Assert.AreSequenceEqual(linked, (await Facts.GetClaimAsync(claim)).ExhibitIds.ToArray());
        Assert.AreSequenceEqual(linked, (await Facts.GetSupportAsync(claim)).Exhibits.Select(exhibit => exhibit.Id).ToArray());
    }

    [TestMethod]
    public async Task Of_several_exhibits_those_that_are_left_support_a_claim_when_others_are_deleted()
    {
        var claim = (await Facts.CreateClaimAsync()).Id;
        var exhibits = new List<Exhibit>();
        while (exhibits.Count < 3)
        {
            exhibits.Add(await Exhibits.CreateAsync(new NewExhibit { Title = $"Exhibit {exhibits.Count}" }));
            await Facts.LinkExhibitAsync(claim, exhibits[^1].Id);
        }

        await Exhibits.DeleteAsync(exhibits[0].Id);
        await Exhibits.DeleteAsync(exhibits[2].Id);

        var support = await Facts.GetSupportAsync(claim);
        Assert.IsTrue(support.HasSupport);
        Assert.AreEqual(new SupportingExhibit(exhibits[1].Id, "Exhibit 1"), support.Exhibits.Single());
    }

    [TestMethod]
    public async Task An_exhibit_that_is_unlinked_supports_no_more_and_cannot_be_unlinked_again()
    {
        var claim = await Facts.CreateClaimAsync();
        var exhibit = await Exhibits.CreateAsync();
        await Facts.LinkExhibitAsync(claim.Id, exhibit.Id);
        await Facts.UnlinkExhibitAsync(claim.Id, exhibit.Id);
        Assert.IsFalse((await Facts.GetSupportAsync(claim.Id)).HasSupport);
        await Client("facts").DeleteAsync($"/facts/claims/{claim.Id}/exhibits/{exhibit.Id}", Cancel).ExpectProblemAsync(404);
    }

    [TestMethod]
    public async Task An_exhibit_is_linked_once_however_many_ask_at_once()
    {
        var claim = await Facts.CreateClaimAsync();
        var exhibit = await Exhibits.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LinkAsync(claim.Id, exhibit.Id)));
        Assert.AreEqual(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.AreEqual(7, answers.Count(answer => (int)answer.StatusCode == 409));
    }

    [TestMethod]
    public async Task An_exhibit_that_is_linked_already_is_a_conflict()
    {
        var claim = await Facts.CreateClaimAsync();
        var exhibit = await Exhibits.CreateAsync();
        await Facts.LinkExhibitAsync(claim.Id, exhibit.Id);
        await LinkAsync(claim.Id, exhibit.Id).ExpectProblemAsync(409);
    }

    [TestMethod]
    public async Task An_exhibit_that_is_unknown_cannot_be_linked()
    {
        var (claim, exhibit) = (await Facts.CreateClaimAsync(), Guid.CreateVersion7());
        Assert.Contains(exhibit.ToString(), (await LinkAsync(claim.Id, exhibit).ExpectProblemAsync(404)).Detail);
        Assert.IsEmpty((await Facts.GetClaimAsync(claim.Id)).ExhibitIds);
    }

    [TestMethod]
    public async Task A_claim_that_is_unknown_has_no_support_takes_and_loses_no_exhibit_and_is_named()
    {
        var (claim, exhibit) = (Guid.CreateVersion7(), await Exhibits.CreateAsync());
        await Client("facts").GetAsync($"/facts/claims/{claim}/support", Cancel).ExpectProblemAsync(404);
        Assert.Contains(claim.ToString(), (await LinkAsync(claim, exhibit.Id).ExpectProblemAsync(404)).Detail);
        Assert.Contains(claim.ToString(), (await LinkAsync(claim, Guid.CreateVersion7()).ExpectProblemAsync(404)).Detail);
        var unlinking = Client("facts").DeleteAsync($"/facts/claims/{claim}/exhibits/{exhibit.Id}", Cancel);
        Assert.Contains(claim.ToString(), (await unlinking.ExpectProblemAsync(404)).Detail);
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"exhibit_id":null}""")]
    [DataRow("""{"exhibit_id":"nine"}""")]
    public async Task A_malformed_link_is_refused(string body)
    {
        var claim = await Facts.CreateClaimAsync();
        await Client("facts").PostJsonAsync($"/facts/claims/{claim.Id}/exhibits", body, Cancel).ExpectProblemAsync(400);
    }

    private Task<HttpResponseMessage> LinkAsync(Guid claim, Guid exhibit) =>
        Client("facts").PostJsonAsync($"/facts/claims/{claim}/exhibits", new { ExhibitId = exhibit }, Cancel);
}
