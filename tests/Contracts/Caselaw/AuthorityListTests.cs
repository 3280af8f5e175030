using Clients.Caselaw;
using Contracts.Lists;

namespace Contracts.Caselaw;

/// <summary>The authorities of a type.</summary>
[TestClass]
public sealed class AuthorityListTests() : ListContract("caselaw", isShared: true)
{
    protected override string List => "/authorities?type=regulation";

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (await new CaselawClient(http, Cancel).CreateAuthorityAsync("regulation")).Id;

    protected override Task StoreOtherAsync(HttpClient http) => new CaselawClient(http, Cancel).CreateAuthorityAsync("statute");
}
