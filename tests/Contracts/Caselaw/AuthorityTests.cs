using Clients.Caselaw;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Caselaw;

[TestClass]
public sealed class AuthorityTests : ServiceTest
{
    private CaselawClient Caselaw => new(Client("caselaw"), Cancel);

    [TestMethod]
    [DataRow("case")]
    [DataRow("statute")]
    [DataRow("regulation")]
    public async Task An_authority_is_stored_as_it_was_given(string type)
    {
        var request = new NewAuthority($"Code of  Tests § {Guid.CreateVersion7()}", type);
        using var response = await CreateAsync(request).ExpectAsync(201);
        var authority = await response.ReadStrictAsync<Authority>();
        Assert.AreEqual($"/authorities/{authority.Id}", response.Headers.Location?.OriginalString);
        Assert.AreEqual(
            (request.Citation, type, request.Citation.Replace("  ", " ")),
            (authority.Citation, authority.Type, authority.NormalizedCitation)
        );
        Assert.AreEqual(authority, await Caselaw.GetAuthorityAsync(authority.Id));
    }

    [TestMethod]
    public async Task Another_spelling_of_a_stored_citation_is_a_conflict()
    {
        // Whoever comes first with this volume, page and reporter stores it; everyone after that meets it.
        var (volume, page) = (Random.Shared.Next(1, 10_000), Random.Shared.Next(1, 100_000));
        await CreateAsync(new NewAuthority($"Doe v. Roe, {volume} F.3d {page} (1999)", "case"));
        var problem = await CreateAsync(new NewAuthority($"{volume} F. 3d {page}", "case")).ExpectProblemAsync(409);
        Assert.Contains($"{volume} F.3d {page}", problem.Detail);
    }

    [TestMethod]
    public async Task Case_and_white_space_make_no_other_authority()
    {
        var authority = await Caselaw.CreateAuthorityAsync();
        await CreateAsync(new NewAuthority($" {authority.Citation.ToUpperInvariant().Replace(" ", "  ")} ", "statute"))
            .ExpectProblemAsync(409);
    }

    [TestMethod]
    [DataRow("\t")]
    [DataRow("\r\n")]
    [DataRow("\u00a0")]
    [DataRow("\u2003 ")]
    public async Task White_space_of_every_kind_makes_no_other_authority(string space)
    {
        var authority = await Caselaw.CreateAuthorityAsync();
        await CreateAsync(new NewAuthority(authority.Citation.Replace(" ", space), "statute")).ExpectProblemAsync(409);
    }

    [TestMethod]
    public async Task An_authority_is_stored_once_however_many_ask_at_once()
    {
        var request = new NewAuthority($"Code of Tests § {Guid.CreateVersion7()}", "statute");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(request)));
        Assert.AreEqual(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.AreEqual(7, answers.Count(answer => (int)answer.StatusCode == 409));
    }

    [TestMethod]
    public async Task A_citation_of_another_type_is_refused()
    {
        var problem = await CreateAsync(new NewAuthority("42 U.S.C. § 1983", "case")).ExpectProblemAsync(400);
        Assert.Contains("statute", problem.Errors!["type"].Single());
    }

    [TestMethod]
    [DataRow("""{"type":"case"}""", "citation")]
    [DataRow("""{"citation":"  ","type":"case"}""", "citation")]
    [DataRow("""{"citation":"1 U.S. 1"}""", "type")]
    [DataRow("""{"citation":"1 U.S. 1","type":"Case"}""", "type")]
    [DataRow("""{"citation":"1 U.S. 1","type":"case","court":"Supreme"}""", "court")]
    public async Task A_malformed_authority_is_refused_and_the_field_named(string body, string field)
    {
        var problem = await Client("caselaw").PostJsonAsync("/authorities", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single());
    }

    [TestMethod]
    public async Task Authorities_are_listed_newest_first_and_by_type()
    {
        var (older, newer) = (await Caselaw.CreateAuthorityAsync("regulation"), await Caselaw.CreateAuthorityAsync("regulation"));
        var all = await ListAsync("type=regulation&limit=200");
        Assert.IsTrue(all.TrueForAll(authority => authority.Type == "regulation"));
        Assert.IsLessThan(all.IndexOf(older), all.IndexOf(newer));
        Assert.DoesNotContain(newer, await ListAsync("type=case&limit=200"));
        Assert.Contains(newer, await ListAsync("limit=200"));
    }

    [TestMethod]
    public async Task A_list_says_how_many_there_are()
    {
        await Caselaw.CreateAuthorityAsync();
        using var response = await Client("caselaw").GetAsync("/authorities?limit=1&offset=1000000", Cancel).ExpectAsync(200);
        Assert.IsGreaterThan(0, int.Parse(response.Headers.GetValues("X-Total-Count").Single()));
        Assert.IsEmpty(await response.ReadStrictAsync<List<Authority>>());
    }

    [TestMethod]
    [DataRow("type=Case")]
    [DataRow("type=1")]
    [DataRow("type=")]
    [DataRow("limit=0")]
    [DataRow("offset=x")]
    public Task A_list_with_a_bad_parameter_is_refused(string query) =>
        Client("caselaw").GetAsync($"/authorities?{query}", Cancel).ExpectProblemAsync(400);

    [TestMethod]
    public async Task An_authority_that_is_deleted_is_gone_and_can_come_again()
    {
        var authority = await Caselaw.CreateAuthorityAsync();
        await Caselaw.DeleteAuthorityAsync(authority.Id);
        await Client("caselaw").GetAsync($"/authorities/{authority.Id}", Cancel).ExpectProblemAsync(404);
        await Client("caselaw").DeleteAsync($"/authorities/{authority.Id}", Cancel).ExpectProblemAsync(404);
        await Caselaw.CreateAuthorityAsync(authority.Citation, authority.Type);
    }

    private Task<HttpResponseMessage> CreateAsync(NewAuthority request) => Client("caselaw").PostJsonAsync("/authorities", request, Cancel);

    private Task<List<Authority>> ListAsync(string query) =>
        Client("caselaw").GetAsync($"/authorities?{query}", Cancel).ExpectAsync<List<Authority>>(200);
}
