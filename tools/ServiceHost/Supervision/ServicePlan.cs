using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Processes;

namespace ServiceHost.Supervision;

/// <summary>Knows what a service runs: a staged copy of its project's output, or its command.</summary>
/// <param name="setup">The run.</param>
/// <param name="service">The service.</param>
/// <param name="stage">The name of the service whose copy it runs from: its own, unless it is a second instance.</param>
internal sealed class ServicePlan(RunSetup setup, ServiceEntry service, string stage)
{
    private readonly string? _assembly = service.Project is null ? null : BuiltOutput.Find(service, setup.Options);

    /// <summary>The folder of the copy, for a project.</summary>
    private string Stage => setup.Options.Staged.GetValueOrDefault(stage) ?? setup.Folder.StageOf(stage);

    /// <summary>Makes the copy, unless it is there already.</summary>
    /// <exception cref="SuiteException">It can't be written.</exception>
    public void Prepare()
    {
        if (_assembly is null || setup.Options.Staged.ContainsKey(stage))
        {
            return;
        }
        try
        {
            Staging.Copy(Path.GetDirectoryName(_assembly)!, Stage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RunDirectoryUnusable, $"{service.Title} can't be copied to '{Stage}': {e.Message}", service.Name)
            );
        }
    }

    /// <summary>What to launch.</summary>
    /// <param name="state">Its port, its database, its log.</param>
    public ProcessSpec Spec(ServiceState state)
    {
        var environment = ServiceEnvironment.For(service, state, setup.Board.State);
        return _assembly is null
            ? new ProcessSpec(
                service.Command![0],
                [.. service.Command.Skip(1)],
                service.WorkingDirectory ?? Path.GetDirectoryName(setup.Manifest.File)!,
                environment,
                state.Log
            )
            : new ProcessSpec(DotnetHost.FilePath, [Path.Combine(Stage, Path.GetFileName(_assembly))], Stage, environment, state.Log);
    }
}
