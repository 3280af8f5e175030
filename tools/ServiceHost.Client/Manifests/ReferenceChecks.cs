using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reports references that there are none of, and those to what a service says that the entry does not wait for.</summary>
internal sealed class ReferenceChecks(IReadOnlyList<ReadEntry> entries, ManifestReport report)
{
    private const int MostKnown = 20;

    /// <summary>The keys whose texts may hold references.</summary>
    private static readonly string[] s_keys = ["command", "image", "before", "env", "workingDirectory", "health"];

    /// <summary>The key whose texts may hold only what is the same in every run, as the SQL of a migration must be.</summary>
    private const string Placeholders = "placeholders";

    private readonly Dictionary<string, ServiceEntry> _byName = entries.ToDictionary(each => each.Entry.Name, each => each.Entry);

    /// <summary>Reports what is wrong.</summary>
    /// <param name="shared">The environment of all services.</param>
    public void Run(PlacedJson? shared)
    {
        foreach (var (entry, fields) in entries)
        {
            foreach (var text in s_keys.Select(fields.Find).OfType<PlacedJson>().SelectMany(TextsIn))
            {
                Check([entry], text);
            }
            foreach (var text in fields.Find(Placeholders) is { } placeholders ? TextsIn(placeholders) : [])
            {
                Check([entry], text, ofRun: false);
            }
        }
        foreach (var text in shared is null ? [] : TextsIn(shared))
        {
            Check(_byName.Values, text);
        }
    }

    private static IEnumerable<PlacedJson> TextsIn(PlacedJson value) =>
        value.Kind switch
        {
            JsonValueKind.String => [value],
            JsonValueKind.Array => value.Items!.SelectMany(TextsIn),
            JsonValueKind.Object => value.Members!.SelectMany(member => TextsIn(member.Value)),
            _ => [],
        };

    // A text of several entries is told once, for the first of them that it does not fit.
    private void Check(IEnumerable<ServiceEntry> users, PlacedJson text, bool ofRun = true)
    {
        try
        {
            var names = ReferenceText.NamesIn(text.Text!);
            if (
                names.Count > 0
                && users
                    .SelectMany(user => names.Select(name => ofRun ? MistakeOf(user, name) : MistakeOfPlaceholder(user, name)))
                    .FirstOrDefault(m => m is not null)
                    is { } mistake
            )
            {
                report.Add(ErrorCodes.UnknownReference, text.Offset, mistake);
            }
        }
        catch (FormatException e)
        {
            report.Add(ErrorCodes.UnknownReference, text.Offset, $"The text '{HarmlessText.OneLine(text.Text!, most: 60)}' {e.Message}.");
        }
    }

    private static string? MistakeOfPlaceholder(ServiceEntry user, string name) =>
        IsEnvironment(name) || name == References.Name
            ? null
            : $"The placeholders of service '{user.Name}' have no reference ${{{HarmlessText.OneLine(name, most: 60)}}}: a migration is the same in every run. They have name, env:NAME and env:NAME:-default. For the characters themselves write $${{.";

    private string? MistakeOf(ServiceEntry user, string name)
    {
        if (IsEnvironment(name) || References.Own(user).Contains(name))
        {
            return null;
        }
        var neighbour = _byName.GetValueOrDefault(name.Split('.')[0]);
        if (neighbour is null || neighbour == user || !References.OfNeighbour(neighbour).Contains(name))
        {
            var known = References.KnownTo(user, _byName.Values).Take(MostKnown + 1).ToList();
            var list = string.Join(", ", known.Take(MostKnown)) + (known.Count > MostKnown ? ", …" : "");
            return $"Service '{user.Name}' has no reference ${{{HarmlessText.OneLine(name, most: 60)}}}. It has {list}, env:NAME and env:NAME:-default. For the characters themselves write $${{.";
        }
        return References.ToldBy(neighbour).Contains(name) && !user.DependsOn.Contains(neighbour.Name)
            ? $"Service '{user.Name}' uses ${{{name}}}, which '{neighbour.Name}' says once it runs, and does not wait for it. Add \"{neighbour.Name}\" to its 'dependsOn'."
            : null;
    }

    private static bool IsEnvironment(string name) =>
        name.StartsWith(References.EnvironmentPrefix, StringComparison.Ordinal)
        && name.Split(References.DefaultMark, 2)[0].Length > References.EnvironmentPrefix.Length;
}
