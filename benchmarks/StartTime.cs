// How long from the start of ServiceHost until every service of the manifest is healthy, against the same processes
// started together by a bare loop and polled every 10 ms. Alternating in one run; medians.
//   dotnet build && dotnet run benchmarks/StartTime.cs [rounds]
// Databases exist and are migrated in both: each service gets the address of one that this program prepared with
// `servicehost up` on a manifest of its own, so that only the start itself is compared.
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property GenerateDocumentationFile=false
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

var rounds = args.Length > 0 ? int.Parse(args[0]) : 10;
var root = FindRoot();
var host = Path.Combine(root, "tools/ServiceHost/bin/Debug/net10.0/servicehost.dll");
var work = Directory.CreateTempSubdirectory("start-time-").FullName;
try
{
    // The databases: a run that is kept while both sides are measured.
    await RunHost(
        "up",
        "--detach",
        "--artifacts",
        Path.Combine(work, "databases"),
        "--ports",
        "dynamic",
        "--manifest",
        Path.Combine(root, "services.json")
    );
    var state = JsonNode.Parse(File.ReadAllText(Path.Combine(work, "databases/run/state.json")))!;
    var databases = state["services"]!.AsArray().ToDictionary(s => (string)s!["name"]!, s => (string?)s!["databaseUrl"]);
    var bench = WriteManifest(databases);

    var hosted = new List<double>();
    var bare = new List<double>();
    for (var i = 0; i < rounds; i++)
    {
        hosted.Add(await MeasureHost(bench));
        bare.Add(await MeasureBare(bench));
        Console.WriteLine($"{i + 1, 2}: servicehost {hosted[^1], 7:0} ms   bare {bare[^1], 7:0} ms");
    }

    Console.WriteLine(
        $"median of {rounds}: servicehost {Median(hosted):0} ms, bare {Median(bare):0} ms, ratio {Median(hosted) / Median(bare):0.00}"
    );

    var whole = new List<double>();
    for (var i = 0; i < Math.Min(rounds, 5); i++)
    {
        whole.Add(await MeasureHost(Path.Combine(root, "services.json")));
    }

    Console.WriteLine($"with PostgreSQL's start and all migrations, median of {whole.Count}: {Median(whole):0} ms");
}
finally
{
    await RunHost("down", "--artifacts", Path.Combine(work, "databases"), "--manifest", Path.Combine(root, "services.json"));
    Directory.Delete(work, recursive: true);
}

double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string FindRoot()
{
    var folder = Directory.GetCurrentDirectory();
    while (!File.Exists(Path.Combine(folder, "services.json")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this inside the repository.");
    }

    return folder;
}

// The same services without `database`: its address comes as plain environment.
string WriteManifest(Dictionary<string, string?> databases)
{
    var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(root, "services.json")))!;
    manifest.AsObject().Remove("$schema");
    foreach (var service in manifest["services"]!.AsArray().Select(s => s!.AsObject()))
    {
        service.Remove("database");
        service.Remove("migrations");
        service["project"] = Path.Combine(root, (string)service["project"]!);
        service["env"] = new JsonObject { ["DATABASE_URL"] = databases[(string)service["name"]!] };
    }

    var file = Path.Combine(work, "services.json");
    File.WriteAllText(file, manifest.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    return file;
}

async Task RunHost(params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
    start.ArgumentList.Add(host);
    arguments.ToList().ForEach(start.ArgumentList.Add);
    using var process = Process.Start(start)!;
    await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"servicehost {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

// From the start of the process to the event `ready`, by the clock that writes both.
async Task<double> MeasureHost(string manifest)
{
    var artifacts = Path.Combine(work, "measured");
    var begin = DateTimeOffset.UtcNow;
    await RunHost("up", "--detach", "--artifacts", artifacts, "--manifest", manifest);
    var ready = File.ReadLines(Path.Combine(artifacts, "run/events.jsonl"))
        .Select(l => JsonNode.Parse(l)!)
        .First(e => (string)e["kind"]! == "ready");
    await RunHost("down", "--artifacts", artifacts, "--manifest", manifest);
    return (DateTimeOffset.Parse((string)ready["time"]!) - begin).TotalMilliseconds;
}

async Task<double> MeasureBare(string manifest)
{
    var services = JsonNode.Parse(File.ReadAllText(manifest))!["services"]!.AsArray().Select(s => s!).ToList();
    var clock = Stopwatch.StartNew();
    var processes = services.Select(s => Start(s, services)).ToList();
    using var client = new HttpClient();
    await Task.WhenAll(services.Select(s => Healthy(client, (int)s["port"]!)));
    var elapsed = clock.Elapsed.TotalMilliseconds;
    foreach (var process in processes)
    {
        Process.Start("kill", process.Id.ToString()).WaitForExit();
        process.WaitForExit();
        process.Dispose();
    }

    return elapsed;
}

Process Start(JsonNode service, List<JsonNode> all)
{
    var project = (string)service["project"]!;
    var folder = Path.Combine(Path.GetDirectoryName(project)!, "bin/Debug/net10.0");
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
    start.ArgumentList.Add(Path.Combine(folder, Path.GetFileNameWithoutExtension(project) + ".dll"));
    start.Environment["PORT"] = service["port"]!.ToString();
    start.Environment["SERVICE_NAME"] = (string)service["name"]!;
    start.Environment["DEPLOYMENT_ENV"] = "test";
    start.Environment["LOG_LEVEL"] = "Information";
    start.Environment["DATABASE_URL"] = (string)service["env"]!["DATABASE_URL"]!;
    all.ForEach(s => start.Environment[$"{((string)s["name"]!).ToUpperInvariant()}_SERVICE_URL"] = $"http://127.0.0.1:{s["port"]}");
    var process = Process.Start(start)!;
    process.BeginOutputReadLine(); // a service that nobody listens to stops at a full pipe
    return process;
}

async Task Healthy(HttpClient client, int port)
{
    while (true)
    {
        try
        {
            if ((await client.GetAsync($"http://127.0.0.1:{port}/health")).IsSuccessStatusCode)
            {
                return;
            }
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            // Not listening yet.
        }

        await Task.Delay(10);
    }
}
