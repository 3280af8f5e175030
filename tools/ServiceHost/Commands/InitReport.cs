using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Setup;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>What <c>servicehost init</c> tells a person.</summary>
internal static class InitReport
{
    /// <summary>A manifest was written.</summary>
    public static void Written(Draft draft)
    {
        Console.WriteLine($"✓ {ServiceManifest.DefaultFileName}");
        Console.WriteLine(TextTable.Of([.. draft.Entries.Select(Row)]));
        List("To decide", draft.Open);
    }

    /// <summary>The repository joined the suite.</summary>
    public static void Joined(SetupReport report)
    {
        report.Written.ForEach(file => Console.WriteLine($"✓ {file}"));
        List("Left to you", report.Open);
    }

    /// <summary>How to go on.</summary>
    /// <param name="hasTests">Test projects were asked for.</param>
    public static void Next(bool hasTests) =>
        List(
            "Next",
            [
                "servicehost check                   shows what each service would be given",
                hasTests
                    ? "dotnet build -t:IntegrationTest     starts them, tests them, stops them"
                    : "servicehost up                      starts them (build .NET projects and install Node's packages first)",
                "\"gates\" of services.json only warn so far: set them to \"error\" one by one",
            ]
        );

    /// <summary>A manifest was there already.</summary>
    public static void Existing(IReadOnlyList<DraftEntry> missing)
    {
        Console.WriteLine($"{ServiceManifest.DefaultFileName} is there already and was not changed.");
        List("Found, but not in it", [.. missing.Select(DraftText.Entry)]);
    }

    /// <summary>A heading and its lines; nothing when there are none.</summary>
    private static void List(string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            Console.WriteLine($"{Environment.NewLine}{heading}:");
            lines.ToList().ForEach(line => Console.WriteLine($"  {line.ReplaceLineEndings(Environment.NewLine + "  ")}"));
        }
    }

    private static IReadOnlyList<string> Row(DraftEntry entry) =>
        [
            $"    {entry.Name}",
            entry.Runs,
            entry.Ports switch
            {
                [] => entry.IsJob ? "job" : "no port",
                [var only] => $"port {only.Number}",
                var several => $"ports {string.Join(", ", several.Select(port => port.Number))}",
            },
            entry.Database is { } database ? $"database {database}" : "",
        ];
}
