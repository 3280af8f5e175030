using System.Text.Json.Nodes;

namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>A port of a service.</summary>
/// <param name="Number">On this machine.</param>
/// <param name="Name">Its name; null for the only one.</param>
/// <param name="InContainer">Within its container, if it runs in one.</param>
internal sealed record DraftPort(int Number, string? Name = null, int? InContainer = null);

/// <summary>An entry of a manifest that is to be written: only what is known of it.</summary>
internal sealed record DraftEntry
{
    /// <summary>Its name, as <see cref="ServiceNames"/> gives them.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it ends by itself.</summary>
    public bool IsJob { get; init; }

    /// <summary>Its .NET project, relative to the manifest, with slashes.</summary>
    public string? Project { get; init; }

    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>A container's image.</summary>
    public string? Image { get; init; }

    /// <summary>The folder that its command runs in, relative to the manifest.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Its ports; of several each has a name.</summary>
    public IReadOnlyList<DraftPort> Ports { get; init; } = [];

    /// <summary>How it is known to be healthy, as the manifest says it.</summary>
    public JsonNode? Health { get; init; }

    /// <summary>The names of those it waits for.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The database it wants.</summary>
    public string? Database { get; init; }

    /// <summary>The folder of that database's migrations, relative to the manifest.</summary>
    public string? Migrations { get; init; }

    /// <summary>More environment, with references.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>A file with more environment, relative to the manifest.</summary>
    public string? EnvFile { get; init; }

    /// <summary>What it runs, for a person.</summary>
    public string Runs => Project ?? Image ?? string.Join(' ', Command) + (WorkingDirectory is null ? "" : $" (in {WorkingDirectory})");
}
