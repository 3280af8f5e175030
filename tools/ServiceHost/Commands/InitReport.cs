using ServiceHost.Client.Manifests;
using ServiceHost.Init.Entries;

namespace ServiceHost.Commands;

/// <summary>What <c>servicehost init</c> tells a person.</summary>
internal static class InitReport
{
    /// <summary>A manifest was written.</summary>
    public static void Written(Draft draft)
    {
        Console.WriteLine($"✓ {ServiceManifest.DefaultFileName}");
        Console.WriteLine(TextTable.Of([.. draft.Entries.Select(Row)]));
        List("To decide", draft.Open);
        List(
            "Next",
            [
                "servicehost check        shows what each would be given",
                "servicehost up           starts them (.NET projects must be built, packages of Node's installed)",
                "\"gates\" only warn so far; set them to \"error\" one by one",
            ]
        );
    }

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
            entry.Port is { } port ? $"port {port}"
            : entry.IsJob ? "job"
            : "no port",
            entry.Database is { } database ? $"database {database}" : "",
        ];
}
