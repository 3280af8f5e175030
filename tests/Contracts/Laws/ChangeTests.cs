using System.Text.Json.Nodes;
using Clients;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>What holds for every change of a part of a thing: what is left out stays, what is given empty is emptied.</summary>
[TestClass]
public sealed class ChangeTests : ServiceTest
{
    public static IEnumerable<string> Operations => Changes.All.Select(change => change.ToString());

    public static IEnumerable<(string Operation, string Member)> Members =>
        Changes.All.SelectMany(change => change.Values.Keys.Select(member => (change.ToString(), member)));

    public static IEnumerable<(string Operation, string Member)> MembersThatMayBeEmpty =>
        Changes.All.SelectMany(change => change.Empties.Keys.Select(member => (change.ToString(), member)));

    public static IEnumerable<(string Operation, string Member)> MembersThatMayBeLeftOut =>
        Members.Where(pair => !Changes.Find(pair.Operation).Needed.Contains(pair.Member));

    private Services Services => new(Client, Cancel);

    [TestMethod]
    [DynamicData(nameof(Members))]
    public async Task A_change_of_one_member_leaves_all_others(string operation, string member)
    {
        var thing = await CreateAsync(operation);
        foreach (var value in Changes.Find(operation).Values[member])
        {
            await ExpectOnlyAsync(thing, member, value);
        }
    }

    [TestMethod]
    [DynamicData(nameof(MembersThatMayBeEmpty))]
    public async Task A_member_that_is_given_empty_is_emptied_and_stays_so(string operation, string member)
    {
        var thing = await CreateAsync(operation);
        await ExpectOnlyAsync(thing, member, Changes.Find(operation).Empties[member]);

        var (other, values) = Changes.Find(operation).Values.First(pair => pair.Key != member);
        await ExpectOnlyAsync(thing, other, values[0]);
    }

    [TestMethod]
    [DynamicData(nameof(MembersThatMayBeLeftOut))]
    public async Task A_member_that_is_given_as_null_stays_as_one_that_is_left_out(string operation, string member)
    {
        var thing = await CreateAsync(operation);
        var (other, values) = Changes.Find(operation).Values.First(pair => pair.Key != member);
        var expected = Without(await thing.ReadAsync());
        expected[other] = JsonNode.Parse(values[0]);

        thing.AssertSame(
            expected,
            Without(await thing.ChangeAsync((member, "null"), (other, values[0]))),
            $"took null for a value of {member}"
        );
    }

    [TestMethod]
    [DynamicData(nameof(Operations))]
    public async Task A_change_of_every_member_at_once_is_taken_as_a_whole(string operation)
    {
        var thing = await CreateAsync(operation);
        var members = Changes.Find(operation).Values.Select(pair => (pair.Key, pair.Value[1])).ToList();
        var expected = Without(await thing.ReadAsync());
        members.ForEach(member => expected[member.Key] = JsonNode.Parse(member.Item2));

        thing.AssertSame(expected, Without(await thing.ChangeAsync(members)), "did not change every member");
    }

    private Task<ChangedThing> CreateAsync(string operation) => ChangedThing.CreateAsync(Services, Changes.Find(operation), Cancel);

    private static async Task ExpectOnlyAsync(ChangedThing thing, string member, string json)
    {
        var before = await thing.ReadAsync();
        var expected = Without(before);
        expected[member] = JsonNode.Parse(json);

        var after = await thing.ChangeAsync((member, json));

        thing.AssertSame(expected, Without(after), $"did not change {member} to {json}, and that alone");
        Assert.IsGreaterThan(Time(before), Time(after), $"A change of {member} did not move updated_at.");
    }

    /// <summary>The thing but for what each change moves.</summary>
    private static JsonObject Without(JsonObject thing)
    {
        var copy = thing.DeepClone().AsObject();
        copy.Remove("updated_at");
        copy.Remove("version");
        return copy;
    }

    private static DateTimeOffset Time(JsonObject thing) => thing["updated_at"]!.GetValue<DateTimeOffset>();
}
