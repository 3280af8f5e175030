namespace Pipeline.Init;

/// <summary>What is found out about a service: port, health, database.</summary>
[TestClass]
public sealed class KnownOfServiceTests : InitTest
{
    private const string Npgsql = """<ItemGroup><PackageReference Include="Npgsql" Version="10.0.3" /></ItemGroup>""";

    [TestMethod]
    public async Task A_port_is_the_one_of_the_launch_settings_without_TLS()
    {
        WriteProject("A/A.csproj");
        WriteLaunch("A", "https://localhost:7172;http://localhost:5121");
        Assert.AreEqual(5121, (await FindOneAsync()).Ports.Single().Number);
    }

    [TestMethod]
    public async Task Ports_are_distinct_the_same_each_time_and_none_of_another_projects_launch_settings()
    {
        WriteProject("A/A.csproj");
        WriteProject("B/B.csproj");
        WriteProject("C/C.csproj");
        WriteProject("D/D.csproj");
        WriteLaunch("B", "http://localhost:5002");
        WriteLaunch("C", "http://localhost:5002;https://localhost:5001");
        WriteLaunch("D", "http://localhost:40000");
        var ports = (await FindAsync()).Entries.Select(entry => entry.Ports.Single().Number).ToArray();
        CollectionAssert.AreEqual(new int?[] { 5003, 5002, 5004, 5005 }, ports);
        CollectionAssert.AreEqual(ports, (await FindAsync()).Entries.Select(entry => entry.Ports.Single().Number).ToArray());
    }

    [TestMethod]
    [DataRow("app.MapHealthChecks(\"/healthz\");", "\"/healthz\"")]
    [DataRow("app.MapHealthChecks(\"ready\");", "\"/ready\"")]
    [DataRow("app.MapGet(\"/health\", () => \"\");", null)]
    [DataRow("// app.MapHealthChecks(\"/healthz\");", AnyAnswer)]
    [DataRow("app.MapGet(\"/\", () => \"\");", AnyAnswer)]
    public async Task Health_is_the_path_that_the_sources_map_else_any_answer(string source, string? health)
    {
        WriteProject("A/A.csproj");
        Write("A/Program.cs", source);
        Assert.AreEqual(health, (await FindOneAsync()).Health?.ToJsonString());
    }

    [TestMethod]
    public async Task A_path_of_a_project_that_is_referred_to_counts_unless_it_is_there_in_Development_only()
    {
        WriteProject("A/A.csproj", body: """<ItemGroup><ProjectReference Include="..\Defaults\Defaults.csproj" /></ItemGroup>""");
        WriteProject("Defaults/Defaults.csproj", "Microsoft.NET.Sdk");
        Write("Defaults/Extensions.cs", "    app.MapHealthChecks(\"/alive\");");
        Assert.AreEqual("\"/alive\"", (await FindOneAsync()).Health?.ToJsonString());
        Write("Defaults/Extensions.cs", "    if (app.Environment.IsDevelopment())\n    {\n        app.MapHealthChecks(\"/alive\");\n    }");
        var draft = await FindAsync();
        Assert.AreEqual(AnyAnswer, draft.Entries.Single().Health?.ToJsonString());
        StringAssert.Contains(draft.Open.Single(), "a: it maps /alive in Development only");
    }

    [TestMethod]
    public async Task A_service_of_gRPC_is_asked_for_a_connection_alone()
    {
        WriteProject("A/A.csproj", body: """<ItemGroup><PackageReference Include="Grpc.AspNetCore" Version="2.0.0" /></ItemGroup>""");
        Assert.AreEqual("""{"tcp":true}""", (await FindOneAsync()).Health?.ToJsonString());
    }

    [TestMethod]
    public async Task A_connection_string_and_Npgsql_are_a_database()
    {
        WriteProject("A/A.csproj", body: Npgsql);
        Write("A/appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=localhost;Database=Shop-Data" } }""");
        var entry = await FindOneAsync();
        Assert.AreEqual(("shop_data", "${database.ado}"), (entry.Database, entry.Env["ConnectionStrings__Shop"]));
    }

    [TestMethod]
    public async Task Npgsql_may_be_another_projects_and_the_connection_string_that_of_Development()
    {
        WriteProject("A/A.csproj", body: """<ItemGroup><ProjectReference Include="../Data/Data.csproj" /></ItemGroup>""");
        WriteProject("Data/Data.csproj", "Microsoft.NET.Sdk", Npgsql);
        Write("A/appsettings.Development.json", """{ "connectionStrings": { "Main": "" } }""");
        var entry = await FindOneAsync();
        Assert.AreEqual(("a", "ConnectionStrings__Main"), (entry.Database, entry.Env.Keys.Single()));
    }

    [TestMethod]
    public async Task Of_several_connection_strings_those_of_PostgreSQL_count()
    {
        WriteProject("A/A.csproj", body: Npgsql);
        Write("A/appsettings.json", """{ "ConnectionStrings": { "Cache": "localhost:6379", "Main": "Host=h;Database=d" } }""");
        Assert.AreEqual("ConnectionStrings__Main", (await FindOneAsync()).Env.Keys.Single());
    }

    [TestMethod]
    public async Task Without_Npgsql_a_connection_string_is_no_database_and_Npgsql_without_one_is_told()
    {
        WriteProject("A/A.csproj");
        Write("A/appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=sql" } }""");
        Assert.IsNull((await FindOneAsync()).Database);
        File.Delete(PathOf("A/appsettings.json"));
        WriteProject("A/A.csproj", body: Npgsql);
        var draft = await FindAsync();
        Assert.IsNull(draft.Entries.Single().Database);
        StringAssert.Contains(draft.Open.Single(), "a: it has Npgsql, but no setting names its connection string");
    }

    [TestMethod]
    public async Task A_folder_of_SQL_migrations_is_the_databases()
    {
        WriteProject("A/A.csproj", body: Npgsql);
        Write("A/appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=h" } }""");
        Write("A/db/V1__shop.sql", "SELECT 1");
        Assert.AreEqual("A/db", (await FindOneAsync()).Migrations);
    }

    private const string AnyAnswer = """{"path":"/","status":["200-499"]}""";

    private void WriteLaunch(string folder, string urls) =>
        Write(
            $"{folder}/Properties/launchSettings.json",
            $$"""
            {
              // as Visual Studio writes it
              "profiles": { "IIS Express": { "commandName": "IISExpress" }, "http": { "commandName": "Project", "applicationUrl": "{{urls}}" } }
            }
            """
        );
}
