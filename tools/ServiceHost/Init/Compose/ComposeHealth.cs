using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>How a service is known to be healthy, by its <c>healthcheck</c>.</summary>
internal static partial class ComposeHealth
{
    private const int LongestCommand = 4096;

    /// <summary>It, as a manifest has it: the path that the check asks for, else its command.</summary>
    /// <returns>Null when it has none, or none that could be carried over.</returns>
    public static JsonNode? Of(ComposeService service, int? containerPort, ComposeNotes notes)
    {
        if (service.Node["healthcheck"]?["test"] is not { IsNull: false } test || Words(test, service, notes) is not [not "NONE", ..] words)
        {
            return null;
        }
        var text = string.Join(' ', words);
        text = text.Length <= LongestCommand ? text : ""; // the pattern takes the square of its length
        if (Request().Match(text) is { Success: true } request && IsPort(request.Groups["port"], containerPort))
        {
            return request.Groups["path"].Value is { Length: > 0 } path ? path : "/";
        }
        if (service.Image is not null || Interpolation.Convert(text) is null)
        {
            notes.Add(test, $"{service.Name}: its healthcheck was not carried over: it is a command within the container.");
            return null;
        }
        notes.Add(test, $"{service.Name}: its healthcheck is a command, which now runs on this machine: see that its program is there.");
        return new JsonObject { ["command"] = new JsonArray([.. words.Select(word => JsonValue.Create(WithPort(word, containerPort)))]) };
    }

    /// <summary>A word of a command, with the service's port by reference.</summary>
    public static string WithPort(string word, int? containerPort) =>
        containerPort is null
            ? Interpolation.Convert(word)!
            : Regex.Replace(Interpolation.Convert(word)!, $@"(^|(?<=[=:])){containerPort}(?![0-9])", "${port}");

    private static List<string> Words(PlacedYaml test, ComposeService service, ComposeNotes notes)
    {
        var words = test.AsList.Select(item => ComposeService.Text(item, $"The healthcheck of '{service.Name}'", notes)).ToList();
        return test.Items is null ? ["sh", "-c", .. words]
            : words is ["CMD", .. var command] ? command
            : words is ["CMD-SHELL", .. var shell] ? ["sh", "-c", .. shell]
            : words;
    }

    private static bool IsPort(Group port, int? containerPort) =>
        containerPort is not null && (port.Success ? port.Value : "80") == $"{containerPort}";

    [GeneratedRegex(
        @"\b(curl|wget)\b.*?\bhttp://(localhost|127\.0\.0\.1|0\.0\.0\.0)(:(?<port>[0-9]+))?(?<path>/[!#-&(-:<-{}~]*)?(?=$|[\s""';|)])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Request();
}
