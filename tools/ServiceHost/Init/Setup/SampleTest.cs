using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>A test of a concern to begin with, which passes as it is.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Text">Its source.</param>
internal sealed record SampleTest(string Name, string Text)
{
    /// <summary>That of a concern.</summary>
    /// <returns>Null when none of the services can be tested so.</returns>
    public static SampleTest? Of(string concern, IReadOnlyList<ServiceEntry> services)
    {
        var paths = services
            .Where(service => service is { Port: > 0, Health: HttpHealth })
            .Select(service => (service.Name, ((HttpHealth)service.Health).Path))
            .ToList();
        return concern switch
        {
            "Database" => services.FirstOrDefault(service => service.Database is not null) is { } service ? Database(service) : null,
            _ when paths.Count == 0 => Class(
                $"{concern}Tests",
                "The services run.",
                "The_services_run()",
                "Assert.IsNotEmpty(Suite.Services);",
                isAsync: false
            ),
            "Workflows" => Class("JourneyTests", "A journey through the services.", "Every_service_is_reached_on_one_way()", Steps(paths)),
            "Performance" => Class(
                "SpeedTests",
                "What takes how long.",
                $"A_call_takes_less_than_a_second(string service, string path)",
                Timed,
                Rows(paths)
            ),
            _ => Class(
                $"{(concern == "Contracts" ? "Answer" : concern)}Tests",
                "What the services answer.",
                "A_service_answers_without_a_fault_of_its_own(string service, string path)",
                Asked,
                Rows(paths),
                more: concern == "Contracts" ? Generated : ""
            ),
        };
    }

    private const string Generated = """

        /// <summary>What every operation promises by its OpenAPI document, with generated inputs.</summary>
        [TestClass]
        public sealed class GeneratedTests : IntegrationSuite.TestKit.Contracts.GeneratedContractTests;

        """;

    private const string Proved = """

        /// <summary>What is proved of every migration.</summary>
        [TestClass]
        public sealed class MigrationTests : IntegrationSuite.TestKit.Databases.MigrationProofTests;

        """;

    private const string Asked = """
        using var answer = await Client(service).GetAsync(path, Cancel);
                Assert.IsLessThan(500, (int)answer.StatusCode);
        """;

    private const string Timed = """
        using var warm = await Client(service).GetAsync(path, Cancel);
                var watch = System.Diagnostics.Stopwatch.StartNew();
                using var answer = await Client(service).GetAsync(path, Cancel);
                Assert.IsLessThan(1, watch.Elapsed.TotalSeconds);
        """;

    private static string Rows(IEnumerable<(string Service, string Path)> paths) =>
        string.Concat(paths.Select(each => $"    [DataRow(\"{each.Service}\", {Literal(each.Path)})]\n"));

    private static string Steps(IEnumerable<(string Service, string Path)> paths) =>
        string.Join(
            "\n        ",
            paths.SelectMany(
                (each, index) =>
                    new[]
                    {
                        $"Step(\"{each.Service} is asked\");",
                        $"using var answer{index + 1} = await Client(\"{each.Service}\").GetAsync({Literal(each.Path)}, Cancel);",
                        $"Assert.IsLessThan(500, (int)answer{index + 1}.StatusCode);",
                    }
            )
        );

    private static SampleTest Database(ServiceEntry service) =>
        Class(
            "TableTests",
            "What the database itself refuses and keeps.",
            "The_services_database_answers()",
            $"""
            var address = IntegrationSuite.Migrations.PostgresAddress.Parse(Suite.Service("{service.Name}").DatabaseUrl!);
                    await using var source = Npgsql.NpgsqlDataSource.Create(address.ConnectionString);
                    await using var command = source.CreateCommand("SELECT 1");
                    Assert.AreEqual(1, await command.ExecuteScalarAsync(Cancel));
            """,
            more: service.Migrations is null ? "" : Proved
        );

    private static SampleTest Class(
        string name,
        string summary,
        string method,
        string body,
        string rows = "",
        bool isAsync = true,
        string more = ""
    ) =>
        new(
            name,
            $$"""
            /// <summary>{{summary}}</summary>
            [TestClass]
            public sealed class {{name}} : ServiceTest
            {
                [TestMethod]
            {{rows}}    public {{(isAsync ? "async Task" : "void")}} {{method}}
                {
                    {{body}}
                }
            }

            """ + more
        );

    // A path is ASCII without blanks; what may stand in it and not in a text is escaped.
    private static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
