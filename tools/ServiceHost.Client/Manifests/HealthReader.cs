using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads how a service is known to be healthy: a path, or an object that says more.</summary>
internal sealed class HealthReader(EntryFields fields, ManifestReport report, string? service)
{
    private const string Key = "health";
    private static readonly string[] s_kinds = ["path", "tcp", "log", "command", "alive"];
    private static readonly string[] s_ofPath = ["status", "headers", "scheme"];

    /// <summary>Reads it. What is wrong goes to the report.</summary>
    public HealthCheck Read() =>
        fields.Find(Key) switch
        {
            null => fields.Find(ImageReader.Key) is null ? HttpHealth.Default : new TcpHealth(),
            { Kind: JsonValueKind.Object } value => ReadObject(value),
            { Kind: JsonValueKind.String } => HttpHealth.Default with { Path = PathOf(fields, Key) },
            _ => fields.Refuse<HealthCheck>(Key, "must be a path or an object") ?? HttpHealth.Default,
        };

    private HealthCheck ReadObject(PlacedJson value)
    {
        var health = new EntryFields(value, report, $"The health of service '{service}'", [.. s_kinds, .. s_ofPath]);
        var kinds = s_kinds.Where(kind => health.Find(kind) is not null).ToList();
        if (kinds.Count > 1)
        {
            fields.Refuse<string>(Key, $"must have one of {string.Join(", ", s_kinds)}, not {string.Join(" and ", kinds)}");
        }
        var kind = kinds.FirstOrDefault() ?? "path";
        foreach (var key in s_ofPath.Where(key => kind != "path" && health.Find(key) is not null))
        {
            health.Refuse<string>(key, "is for a 'path' only");
        }
        return kind switch
        {
            "tcp" => TcpOf(health),
            "log" => LogOf(health),
            "command" => new CommandHealth(CommandReader.Read(health, "command") ?? []),
            "alive" => new AliveHealth(health.Seconds("alive") ?? 1),
            _ => HttpOf(health),
        };
    }

    private static TcpHealth TcpOf(EntryFields health)
    {
        if (health.Flag("tcp") == false)
        {
            health.Refuse<string>("tcp", "must be true");
        }
        return new TcpHealth();
    }

    private static LogHealth LogOf(EntryFields health)
    {
        var pattern = health.Text("log") ?? "";
        try
        {
            var groups = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).GetGroupNames();
            return new LogHealth(pattern, [.. groups.Where(group => !char.IsAsciiDigit(group[0]))]);
        }
        catch (ArgumentException e)
        {
            health.Refuse<string>("log", $"is no regular expression of .NET: {HarmlessText.OneLine(e.Message)}");
            return new LogHealth("", []);
        }
    }

    private static HttpHealth HttpOf(EntryFields health)
    {
        var scheme = health.Text("scheme");
        if (scheme is not (null or "http" or "https"))
        {
            health.Refuse<string>("scheme", "must be http or https");
        }
        return new HttpHealth(
            health.Find("path") is null ? HttpHealth.Default.Path : PathOf(health, "path"),
            StatusesOf(health),
            HeadersOf(health),
            scheme == "https"
        );
    }

    /// <summary>A path of a service.</summary>
    public static string PathOf(EntryFields from, string key) =>
        from.Text(key) switch
        {
            { } path when path[0] == '/' && !path.Any(character => character <= ' ' || character > '~') => path,
            null => HttpHealth.Default.Path, // reported already
            _ => from.Refuse<string>(key, "must be a path that begins with '/', without blanks") ?? HttpHealth.Default.Path,
        };

    // RFC 9110, 5.6.2 and 5.5: a name is a token, a value has no control characters.
    private static IReadOnlyDictionary<string, string> HeadersOf(EntryFields health)
    {
        var headers = health.TextMap("headers");
        if (
            headers.Keys.Any(name => !name.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character)))
            || headers.Values.Any(value => value.Any(character => character is < ' ' or > '~'))
        )
        {
            health.Refuse<string>("headers", "must be names of headers with their values, in ASCII");
        }
        return headers;
    }

    private static IReadOnlyList<StatusRange> StatusesOf(EntryFields health)
    {
        var value = health.Find("status");
        var ranges = (
            value?.Kind == JsonValueKind.Array ? value.Items!
            : value is null ? []
            : [value]
        ).Select(RangeOf).ToList();
        return value is null ? HttpHealth.Default.Statuses
            : ranges.Count > 0 && ranges.TrueForAll(range => range is not null) ? [.. ranges.OfType<StatusRange>()]
            : health.Refuse<IReadOnlyList<StatusRange>>(
                "status",
                "must be a status from 100 to 599 such as 200, a range such as \"200-299\", or a list of them"
            ) ?? HttpHealth.Default.Statuses;
    }

    private static StatusRange? RangeOf(PlacedJson value)
    {
        var ends = (value.Kind is JsonValueKind.Number or JsonValueKind.String ? value.Text! : "").Split('-');
        var numbers = ends.Select(end =>
                int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 100 and <= 599 ? n : 0
            )
            .ToList();
        return numbers.Count <= 2 && numbers[0] > 0 && numbers[^1] >= numbers[0] ? new StatusRange(numbers[0], numbers[^1]) : null;
    }
}
