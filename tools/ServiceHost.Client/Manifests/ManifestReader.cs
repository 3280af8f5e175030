using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads a manifest's text; <see cref="EntryReader"/> reads each service, <see cref="ManifestChecks"/> compares them.</summary>
internal sealed class ManifestReader(string file)
{
    private const int MostBytes = 1 << 20;
    private const string PostgresKey = "postgres";
    private static readonly string[] s_keys = ["$schema", "env", "gates", PostgresKey, "services"];

    private readonly string _file = Path.GetFullPath(file);

    /// <summary>Reads it.</summary>
    /// <exception cref="SuiteException">All mistakes.</exception>
    public ServiceManifest Read() => Read(ReadBytes());

    /// <summary>Reads what will stand in the file.</summary>
    /// <exception cref="SuiteException">All mistakes.</exception>
    public ServiceManifest Read(byte[] utf8)
    {
        var report = new ManifestReport(_file, utf8);
        var root = Parse(utf8, report);
        var entries = ReadEntries(root, report);
        var postgresPort = PostgresPortIn(root, report);
        ManifestChecks.Run(entries, postgresPort, report);
        if (!report.HasErrors)
        {
            new ReferenceChecks(entries, report).Run(root.Members!.FirstOrDefault(member => member.Key == "env")?.Value);
        }
        report.ThrowIfAny();
        return new ServiceManifest(_file, [.. entries.Select(entry => entry.Entry)]) { PostgresPort = postgresPort };
    }

    private static int PostgresPortIn(PlacedJson root, ManifestReport report)
    {
        var value = root.Members?.FirstOrDefault(member => member.Key == PostgresKey)?.Value;
        if (value is not null and not { Kind: JsonValueKind.Object })
        {
            report.Add(
                ErrorCodes.ManifestBadValue,
                value.Offset,
                $"The manifest: '{PostgresKey}' must be an object, such as {{ \"port\": 5433 }}."
            );
        }
        return value is { Kind: JsonValueKind.Object }
            ? new EntryFields(value, report, $"'{PostgresKey}'", [PortReader.Key]).Whole(PortReader.Key, 1, PortReader.Last) ?? 0
            : 0;
    }

    private byte[] ReadBytes()
    {
        try
        {
            var bytes = BoundedFile.Read(_file, MostBytes);
            return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.ManifestUnreadable, $"The manifest can't be read: {e.Message}", File: _file, Line: 1, Column: 1)
            );
        }
    }

    private static PlacedJson Parse(byte[] utf8, ManifestReport report)
    {
        try
        {
            return PlacedJson.Parse(utf8);
        }
        catch (JsonException e)
        {
            var what = e.Message.Split([" LineNumber:", " Change the reader options"], StringSplitOptions.None)[0].TrimEnd('.');
            report.Add(
                ErrorCodes.ManifestMalformed,
                report.OffsetOf(e.LineNumber ?? 0, e.BytePositionInLine ?? 0),
                $"The manifest is no valid JSON: {what}."
            );
            report.ThrowIfAny();
            throw;
        }
    }

    private List<ReadEntry> ReadEntries(PlacedJson root, ManifestReport report)
    {
        if (root.Kind != JsonValueKind.Object)
        {
            report.Add(ErrorCodes.ManifestBadValue, root.Offset, "The manifest must be an object with a list 'services'.");
            return [];
        }
        var fields = new EntryFields(root, report, "The manifest", s_keys);
        if (fields.Find("services") is not { Kind: JsonValueKind.Array, Items: { Count: > 0 } items })
        {
            var code = fields.Find("services") is null ? ErrorCodes.ManifestMissingKey : ErrorCodes.ManifestBadValue;
            fields.Report(code, "services", "'services' must be a list of at least one service.");
            return [];
        }
        var folder = Path.GetDirectoryName(_file)!;
        var shared = new SharedKeys(fields.TextMap("env"), EntryReader.GatesOf(fields, new GateLevels()));
        return [.. items.Select((item, index) => EntryReader.Read(item, index, folder, shared, report)).OfType<ReadEntry>()];
    }
}
