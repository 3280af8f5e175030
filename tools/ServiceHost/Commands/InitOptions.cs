using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Setup;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>The options of <c>servicehost init</c>.</summary>
internal sealed partial class InitOptions
{
    private readonly Option<string?> _from = new("--from")
    {
        Description = "A Compose file to take the services from, instead of looking for them.",
    };
    private readonly Option<string?> _concerns = new("--concerns")
    {
        Description =
            "Write a test project for each of these, and what the solution needs to run them: Contracts, Workflows, Database, Performance; several with commas.",
    };
    private readonly Option<string?> _ci = new("--ci") { Description = "Write a job for this CI system." };
    private readonly Option<string> _version = new("--suite-version")
    {
        Description = "The version of the packages that test projects refer to. Default: this tool's own.",
        DefaultValueFactory = _ => OwnVersion,
    };

    private static string OwnVersion =>
        typeof(InitOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Adds them.</summary>
    public void AddTo(Command command)
    {
        _ci.AcceptOnlyFromAmong([.. CiRecipe.Systems]);
        _concerns.Validators.Add(result =>
        {
            if (
                Split(result.GetValueOrDefault<string?>()).FirstOrDefault(concern => !TestProjects.Concerns.Contains(concern)) is
                { } unknown
            )
            {
                result.AddError($"'{unknown}' is no concern. Those are {string.Join(", ", TestProjects.Concerns)}.");
            }
        });
        _version.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } version || !VersionPattern().IsMatch(version))
            {
                result.AddError("The version of the packages must be letters, digits, dots, hyphens and plus signs, such as 1.2.3-beta.1.");
            }
        });
        foreach (var option in new Option[] { _from, _concerns, _ci, _version })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The Compose file, if one is given.</summary>
    public string? From(ParseResult parsed) => parsed.GetValue(_from);

    /// <summary>What is written beside the manifest.</summary>
    public SetupOptions Setup(ParseResult parsed) =>
        new(Split(parsed.GetValue(_concerns)), parsed.GetValue(_ci), parsed.GetValue(_version)!);

    // What is written into files of JSON and XML.
    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z.+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    private static string[] Split(string? concerns) =>
        [.. (concerns ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
