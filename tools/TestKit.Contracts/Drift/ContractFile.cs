using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>The contract of a service as it is checked in, beside its project: <c>openapi.json</c>.</summary>
public sealed class ContractFile
{
    /// <summary>The environment variable that makes <see cref="Difference"/> write the files instead: <c>dotnet build -t:UpdateContracts</c> sets it to 1.</summary>
    public const string UpdateVariable = "UPDATE_CONTRACTS";

    private readonly string _service;
    private readonly string _path;

    private ContractFile(string service, string folder)
    {
        _service = service;
        _path = Path.Combine(folder, "openapi.json");
    }

    /// <summary>The file of a service of the running suite: in its project's folder, or a command's working directory.</summary>
    public static ContractFile Of(string service)
    {
        var manifest = ServiceManifest.Read(RunningSuite.State.Manifest);
        var entry = manifest.Services.Single(entry => entry.Name == service);
        return new ContractFile(
            entry.Title,
            Path.GetDirectoryName(entry.Project) ?? entry.WorkingDirectory ?? Path.GetDirectoryName(manifest.File)!
        );
    }

    /// <summary>How the running service's document differs from the one in the file; or writes the file (<see cref="UpdateVariable"/>).</summary>
    /// <param name="running">What the service answers.</param>
    /// <returns>Every change, and whether it breaks a client; null when there is none.</returns>
    public string? Difference(string running)
    {
        var text = ContractText.Of(running);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(_path, text);
            return null;
        }

        return !File.Exists(_path) ? $"{_service} has no contract at {_path}. Write it with: dotnet build -t:UpdateContracts"
            : File.ReadAllText(_path).ReplaceLineEndings("\n") is var file && file != text
                ? Message(new ContractComparison(ApiDocument.Parse(file), ApiDocument.Parse(text)).Changes())
            : null;
    }

    private string Message(IReadOnlyList<ContractChange> changes) =>
        $"""
            {_service} no longer answers by its contract ({_path}); {changes.Count(change =>
                change.Breaks
            )} of {changes.Count} changes break clients:
              {string.Join("\n  ", changes.OrderByDescending(change => change.Breaks))}
            If that is meant: dotnet build -t:UpdateContracts, and review the file with your change.
            """;
}
