using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.Migrations;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Instances;
using Npgsql;

namespace Contracts.Lists;

/// <summary>What holds for every list (services.md, "What all eight share"), seen in one that is the test's own, so that each part of it is known.</summary>
/// <param name="service">The service that has it.</param>
/// <param name="isShared">Whether no filter makes it the test's own: then the test runs an instance with a database of its own.</param>
public abstract class ListContract(string service, bool isShared = false) : ServiceTest
{
    private readonly List<IAsyncDisposable> _own = [];
    private TestDatabase? _database;

    /// <summary>Where the list stands; a filter shuts out what others store.</summary>
    protected abstract string List { get; }

    private char Separator => List.Contains('?') ? '&' : '?';

    /// <summary>How many things the test stores: more than a page holds unless asked for more, and where it costs little, more than any page holds.</summary>
    protected virtual int Count => 201;

    [TestMethod]
    public async Task Each_part_of_a_list_is_as_long_as_asked_for_and_stands_where_its_offset_says()
    {
        var http = isShared ? await StartOwnAsync() : Client(service);
        await PrepareAsync(http);
        await StoreOtherAsync(http);
        await Parallel.ForAsync(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (_, _) => await StoreAsync(http)
        );

        var all = (await PageAsync(http, "limit=200")).Concat(await PageAsync(http, "limit=200&offset=200")).ToList();
        Assert.HasCount(Count, all, $"All of {List}");
        Assert.HasCount(Count, all.DistinctBy(thing => thing.Id), $"All of {List}, each once");
        Assert.AreEqual(Text(all.OrderByDescending(thing => thing.CreatedAt)), Text(all), $"{List} is not newest first.");
        foreach (
            var (query, limit, offset) in new[]
            {
                ("", 50, 0),
                ("offset=1", 50, 1),
                ("limit=1", 1, 0),
                ("limit=2&offset=3", 2, 3),
                ("limit=50&offset=50", 50, 50),
                ("limit=200", 200, 0),
                ($"offset={Count}", 50, Count),
            }
        )
        {
            Assert.AreEqual(Text(all.Skip(offset).Take(limit)), Text(await PageAsync(http, query)), $"The part {query} of {List}");
        }

        await ExpectTiesInOrderAsync(http, all);
    }

    [TestMethod]
    public async Task What_is_listed_has_an_id_of_version_7_and_times_in_UTC()
    {
        var http = Client(service);
        await PrepareAsync(http);
        await StoreAsync(http);
        var things = (await ReadAsync(await http.GetAsync(List, Cancel).ExpectAsync(200))).ToList();

        Assert.IsNotEmpty(things, List);
        foreach (var thing in things)
        {
            Assert.AreEqual(7, thing.GetProperty("id").GetGuid().Version, $"{List} has an id of another version: {thing}");
            foreach (var time in thing.EnumerateObject().Where(member => member.Name.EndsWith("_at", StringComparison.Ordinal)))
            {
                Assert.EndsWith("Z", time.Value.GetString()!, $"{List} has a time that is not in UTC: {time}");
            }
        }
    }

    [TestMethod]
    public async Task What_is_listed_is_as_it_is_when_it_is_read_alone()
    {
        var http = Client(service);
        await PrepareAsync(http);
        var id = await StoreAsync(http);
        await ChangeAsync("created_at = created_at - interval '1 microsecond'", [id]); // else it may be the time of the last change
        var listed = (await ReadAsync(await http.GetAsync($"{List}{Separator}limit=200", Cancel).ExpectAsync(200)))
            .Where(thing => thing.GetProperty("id").GetGuid() == id)
            .ToList();
        var alone = await http.GetAsync($"{List.Split('?')[0]}/{id}", Cancel).ExpectAsync<JsonObject>(200);
        NotListed.ToList().ForEach(member => alone.Remove(member));

        Assert.HasCount(1, listed, $"{List} has {id}");
        JsonAssert.AreSame(alone, JsonObject.Create(listed[0])!);
    }

    /// <summary>The table that the list shows.</summary>
    protected virtual string Table => List.Split('?')[0].Split('/')[^1];

    /// <summary>Members that a thing has only when it is read alone.</summary>
    protected virtual IEnumerable<string> NotListed => [];

    /// <summary>Stores what the things need, before the first of them.</summary>
    protected virtual Task PrepareAsync(HttpClient http) => Task.CompletedTask;

    /// <summary>Stores a thing that the list holds, with a value in each of its members, and gives its id.</summary>
    protected abstract Task<Guid> StoreAsync(HttpClient http);

    /// <summary>Stores a thing that the list's filter shuts out, where it has one.</summary>
    protected virtual Task StoreOtherAsync(HttpClient http) => Task.CompletedTask;

    [TestCleanup]
    public async Task EndOwnAsync()
    {
        foreach (var own in Enumerable.Reverse(_own))
        {
            await own.DisposeAsync();
        }
    }

    /// <summary>Things of one moment are each in one part, however the list is cut: their ids say which is newer.</summary>
    private async Task ExpectTiesInOrderAsync(HttpClient http, IEnumerable<Thing> things)
    {
        await ChangeAsync("created_at = '2024-02-29T12:00:00Z'", [.. things.Select(thing => thing.Id)]);
        var listed = new List<Thing>();
        while (listed.Count < Count)
        {
            listed.AddRange(await PageAsync(http, $"limit=17&offset={listed.Count}"));
        }

        Assert.AreEqual(
            Text(listed.OrderByDescending(thing => $"{thing.Id}", StringComparer.Ordinal)),
            Text(listed),
            $"{List}: things of one moment, in parts of 17"
        );
    }

    /// <summary>Changes rows as no request can.</summary>
    private async Task ChangeAsync(string set, Guid[] ids)
    {
        var url = _database?.Url ?? Suite.Service(service).DatabaseUrl!;
        await using var database = NpgsqlDataSource.Create(PostgresAddress.Parse(url));
        await using var command = database.CreateCommand($"UPDATE {Table} SET {set} WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        Assert.AreEqual(ids.Length, await command.ExecuteNonQueryAsync(Cancel), $"Rows of {Table}");
    }

    private async Task<HttpClient> StartOwnAsync()
    {
        var database = _database = await TestDatabase.CreateAsync(service, Cancel);
        _own.Add(database);
        var instance = await ServiceInstance.StartAsync(service, Cancel, databaseUrl: database.Url);
        _own.Add(instance);
        return Client(instance);
    }

    private async Task<List<Thing>> PageAsync(HttpClient http, string query)
    {
        var path = $"{List}{Separator}{query}";
        using var response = await http.GetAsync(path, Cancel).ExpectAsync(200);
        Assert.AreEqual($"{Count}", response.Header("X-Total-Count"), $"The total that {path} tells");
        return
        [
            .. (await ReadAsync(response)).Select(thing => new Thing(
                thing.GetProperty("id").GetGuid(),
                thing.GetProperty("created_at").GetDateTimeOffset()
            )),
        ];
    }

    private async Task<JsonElement.ArrayEnumerator> ReadAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel)).EnumerateArray();

    private static string Text(IEnumerable<Thing> things) => string.Join(' ', things.Select(thing => thing.Id));

    private sealed record Thing(Guid Id, DateTimeOffset CreatedAt);
}
