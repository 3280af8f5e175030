using System.Text.Json.Nodes;
using Clients;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>What holds for every list within a thing that a service stores.</summary>
[TestClass]
public sealed class StoredListTests : ServiceTest
{
    public static IEnumerable<(string Operation, string Field)> Fields =>
        Writings.All.SelectMany(writing => writing.Lists.Select(list => (writing.ToString(), list.Place)));

    private Services Services => new(Client, Cancel);

    [TestMethod]
    [DynamicData(nameof(Fields))]
    public async Task As_many_items_as_allowed_are_kept_in_the_order_that_they_came_in_and_one_more_is_refused(
        string operation,
        string field
    )
    {
        var writing = Writings.Find(operation);
        var list = writing.Lists.Single(each => each.Place == field);
        var writer = await Writer.PrepareAsync(Services, writing, Cancel);
        var items = await list.ItemsAsync(Services, list.Most + 1);

        var problem = await writer.SendAsync(field, items.DeepClone()).ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single(), $"{operation} refused something else: {problem.Detail}");

        var most = items.Take(list.Most).Select(item => item!.DeepClone()).ToArray();
        foreach (var order in new[] { most, [.. most.Reverse()], [.. most.Skip(1), most[0]] })
        {
            var sent = new JsonArray([.. order.Select(item => item.DeepClone())]);
            var kept = Members.At(await writer.StoreAsync(field, sent.DeepClone()), field)!.AsArray();
            Assert.AreEqual(Text(sent), Text(kept), $"{operation} did not keep {field} in the order that it was sent.");
        }
    }

    // A stored item may have members that the sent one left to their defaults.
    private static string Text(JsonArray items) =>
        string.Join(' ', items.Select(item => item is JsonObject ? (item["name"] ?? item["text"])!.ToJsonString() : item!.ToJsonString()));
}
