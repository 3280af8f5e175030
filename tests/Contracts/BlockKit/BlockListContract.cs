using Clients.BlockKit;
using Contracts.Lists;

namespace Contracts.BlockKit;

/// <summary>The templates of a service of blocks.</summary>
/// <param name="service">CaseBlock or Signature.</param>
public abstract class BlockListContract(string service) : ListContract(service, isShared: true)
{
    private readonly string _path = $"/{service}/templates";

    protected override string List => _path;

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (await new BlockTemplatesClient(http, List, Cancel).CreateApprovedAsync(Line.Center("One"), Line.Left("Two"))).Id;
}
