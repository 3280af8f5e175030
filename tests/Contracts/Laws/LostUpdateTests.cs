using System.Text.Json.Nodes;
using Clients;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>Changes of different members that meet are all kept.</summary>
[TestClass]
public sealed class LostUpdateTests : ServiceTest
{
    private const int Many = 32;

    public static IEnumerable<string> Operations => Changes.All.Where(change => !change.IsVersioned).Select(change => change.ToString());

    private Services Services => new(Client, Cancel);

    [TestMethod]
    [DynamicData(nameof(Operations))]
    public async Task Of_32_changes_of_different_members_at_once_none_is_lost(string operation)
    {
        var change = Changes.Find(operation);
        var thing = await ChangedThing.CreateAsync(Services, change, Cancel);
        var members = change.Values.Keys.ToList();

        // Each member once in a round of its own: whoever writes back what he read of it before undoes that one change.
        for (var round = 0; round < 2 * members.Count; round++)
        {
            var once = members[round % members.Count];
            var others = members.Where(member => member != once).ToList();
            await Task.WhenAll(
                Enumerable.Range(0, Many).Select(i => SendAsync(thing, change, i == Many / 4 ? once : others[i % others.Count], round))
            );

            var after = await thing.ReadAsync();
            foreach (var member in others.Append(once))
            {
                thing.AssertSame(JsonNode.Parse(Value(change, member, round)), after[member], $"lost the change of {member}");
            }
        }
    }

    private static Task SendAsync(ChangedThing thing, Change change, string member, int round) =>
        thing.SendAsync(member, Value(change, member, round));

    private static string Value(Change change, string member, int round) => change.Values[member][round % 2];
}
