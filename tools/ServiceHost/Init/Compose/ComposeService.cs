using System.Globalization;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>A variable of a service, as Compose has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Null when it is the caller's.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ComposeVariable(string Name, string? Value, PlacedYaml At);

/// <summary>A service that another waits for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsJob">It is waited for until it has ended.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ComposeDependency(string Name, bool IsJob, PlacedYaml At);

/// <summary>A port that is published.</summary>
/// <param name="Host">On this machine, if it is given.</param>
/// <param name="Container">In the container.</param>
/// <param name="Name">Its name, if it has one.</param>
internal sealed record ComposePort(int? Host, int Container, string? Name = null);

/// <summary>A service of a Compose file.</summary>
/// <param name="name">Its name.</param>
/// <param name="node">Its part of the file.</param>
/// <param name="notes">Takes what could not be carried over.</param>
internal sealed class ComposeService(string name, PlacedYaml node, ComposeNotes notes)
{
    private static readonly string[] s_postgres = ["postgres", "postgresql", "postgis"];

    /// <summary>Its name, which is its host's too.</summary>
    public string Name => name;

    /// <summary>Its part of the file.</summary>
    public PlacedYaml Node => node;

    /// <summary>Its image, if it is not built.</summary>
    public string? Image => node["build"] is null ? node["image"]?.Text : null;

    /// <summary>Whether it is a PostgreSQL server, in whose place the suite has its own.</summary>
    public bool IsPostgres => Image is { } image && s_postgres.Contains(image.Split('/')[^1].Split('@', ':')[0]);

    /// <summary>The names by which others reach it.</summary>
    public IEnumerable<string> Hosts =>
        new[] { name, node["container_name"]?.Text, node["hostname"]?.Text }.OfType<string>().Where(host => host.Length > 0).Distinct();

    /// <summary>Its variables, of a mapping or a list.</summary>
    public IReadOnlyList<ComposeVariable> Environment { get; } =
        node["environment"] switch
        {
            null or { IsNull: true } => [],
            { Members: { } members } =>
            [
                .. members.Select(pair =>
                    pair.Value is { Items: null, Members: null } value
                        ? new ComposeVariable(pair.Key, value.Text, value)
                        : throw notes.Wrong(pair.Value, $"The variable '{pair.Key}' of '{name}' must be a text.")
                ),
            ],
            { Items: { } items } => [.. items.Select(item => Variable(Text(item, $"A variable of '{name}'", notes), item))],
            var other => throw notes.Wrong(other, $"'environment' of '{name}' must be a mapping or a list."),
        };

    /// <summary>What it waits for.</summary>
    public IReadOnlyList<ComposeDependency> DependsOn { get; } =
        node["depends_on"] switch
        {
            { Members: { } members } =>
            [
                .. members.Select(pair => new ComposeDependency(
                    pair.Key,
                    pair.Value["condition"]?.Text == "service_completed_successfully",
                    pair.Value
                )),
            ],
            { } list =>
            [
                .. list.AsList.Select(item => new ComposeDependency(Text(item, $"A dependency of '{name}'", notes), IsJob: false, item)),
            ],
            null => [],
        };

    /// <summary>Its ports, those that only other containers reach last.</summary>
    public IReadOnlyList<ComposePort> Ports { get; } =
    [
        .. (node["ports"]?.AsList ?? []).Select(item => Port(item, name, notes)).OfType<ComposePort>(),
        .. (node["expose"]?.AsList ?? []).Select(item => Number(item.Text)).OfType<int>().Select(port => new ComposePort(null, port)),
    ];

    /// <summary>The text of a scalar.</summary>
    public static string Text(PlacedYaml value, string what, ComposeNotes notes) =>
        value.Text ?? throw notes.Wrong(value, $"{what} must be a text.");

    private static ComposeVariable Variable(string text, PlacedYaml at) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end
            ? new ComposeVariable(text[..end], text[(end + 1)..], at)
            : new ComposeVariable(text, null, at);

    // "80", "8080:80", "127.0.0.1:8080:80/tcp", or a mapping.
    private static ComposePort? Port(PlacedYaml item, string name, ComposeNotes notes)
    {
        var parts = item.Members is null
            ? Parts(Text(item, $"A port of '{name}'", notes))
            : [item["published"]?.Text ?? "", item["target"]?.Text ?? ""];
        var protocol = item["protocol"]?.Text ?? (item.Text?.Contains("/udp", StringComparison.Ordinal) == true ? "udp" : "tcp");
        if (protocol == "tcp" && Number(parts[^1]) is { } container)
        {
            return new ComposePort(parts.Length > 1 ? Number(parts[^2]) : null, container, item["name"]?.Text);
        }
        notes.Add(item, $"{name}: the port was not carried over: it must be one number, over TCP.");
        return null;
    }

    private static string[] Parts(string text) => (Interpolation.Defaults(text) ?? "").Split('/')[0].Split(':');

    /// <summary>The port that a text is, or has as its default.</summary>
    /// <returns>Null when it is none.</returns>
    public static int? Number(string? text) =>
        int.TryParse(Interpolation.Defaults(text ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 65535
            ? number
            : null;
}
