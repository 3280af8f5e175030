using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>
/// Coverlet's own MSBuild tasks, loaded once for each service: they keep what they instrumented in static fields,
/// so that a second service in the same process would overwrite the first (coverlet 10.0.1: BaseTask.ServiceProvider is static,
/// and Coverlet.Core.Coverage, which takes its parts as arguments, is internal, as all of coverlet.core is but its console). What is called here is public.
/// </summary>
internal sealed class CoverletContext : AssemblyLoadContext
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(CoverletContext).Assembly.Location)!, "coverlet");
    private static readonly string[] Own = ["coverlet", "Mono.Cecil", "Microsoft.Extensions.", "NuGet."];
    private readonly IBuildEngine _engine;
    private ITaskItem? _state;

    public CoverletContext(string name, IBuildEngine engine)
        : base($"coverlet {name}")
    {
        _engine = new ErrorsOnlyEngine(engine);
        // What neither coverlet alone nor the framework has: old façades.
        Resolving += (_, missing) => FromFolder(missing);
    }

    /// <summary>What is generated: by the compiler's own tools, and by Entity Framework Core.</summary>
    private const string Generated = "**/obj/**/*,**/*.Designer.cs,**/*.g.cs,**/Migrations/*_*.cs,**/Migrations/*ModelSnapshot.cs";

    /// <summary>Instruments every assembly beside this one that has symbols and sources here.</summary>
    /// <param name="assembly">Its path.</param>
    /// <param name="exclude">Globs of sources that do not count, separated by commas.</param>
    public bool Instrument(string assembly, string exclude)
    {
        var task = Create(
            "InstrumentationTask",
            new()
            {
                ["Path"] = assembly,
                ["IncludeTestAssembly"] = true,
                // Not CompilerGenerated: the bodies of async methods and lambdas carry it.
                ["ExcludeByAttribute"] = "GeneratedCodeAttribute,ExcludeFromCodeCoverageAttribute",
                ["ExcludeByFile"] = exclude.Length > 0 ? $"{Generated},{exclude}" : Generated,
            }
        );
        var done = task.Execute();
        _state = (ITaskItem?)task.GetType().GetProperty("InstrumenterState")!.GetValue(task);
        return done && _state is not null;
    }

    /// <summary>Reads the hits after the service has ended and writes <c>coverage.json</c> and <c>coverage.cobertura.xml</c>.</summary>
    public bool Collect(string folder) =>
        QuietConsole.Run(() =>
            Create(
                    "CoverageResultTask",
                    new()
                    {
                        ["InstrumenterState"] = _state,
                        ["Output"] = folder + Path.DirectorySeparatorChar,
                        ["OutputFormat"] = "json,cobertura",
                        ["Threshold"] = "0",
                        ["ThresholdType"] = "line",
                        ["ThresholdStat"] = "minimum",
                    }
                )
                .Execute()
        );

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) => IsCoverlets(assemblyName.Name!) ? FromFolder(assemblyName) : null;

    /// <summary>What must not be shared: coverlet, and libraries that MSBuild has in versions of its own. Microsoft.Build.* must be MSBuild's, or no task would fit its engine.</summary>
    private static bool IsCoverlets(string name) => Own.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private Assembly? FromFolder(AssemblyName name)
    {
        var path = Path.Combine(Folder, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private ITask Create(string type, Dictionary<string, object?> values)
    {
        var assembly = LoadFromAssemblyPath(Path.Combine(Folder, "coverlet.msbuild.tasks.dll"));
        var task = (ITask)Activator.CreateInstance(assembly.GetType($"Coverlet.MSbuild.Tasks.{type}", throwOnError: true)!)!;
        task.BuildEngine = _engine;
        foreach (var (name, value) in values)
        {
            task.GetType().GetProperty(name)!.SetValue(task, value);
        }

        return task;
    }

    /// <summary>Coverlet prints a table of its own for each call; ours shows all services in one.</summary>
    private sealed class ErrorsOnlyEngine(IBuildEngine engine) : IBuildEngine
    {
        public bool ContinueOnError => engine.ContinueOnError;

        public int LineNumberOfTaskNode => engine.LineNumberOfTaskNode;

        public int ColumnNumberOfTaskNode => engine.ColumnNumberOfTaskNode;

        public string ProjectFileOfTaskNode => engine.ProjectFileOfTaskNode;

        public bool BuildProjectFile(
            string projectFileName,
            string[] targetNames,
            IDictionary globalProperties,
            IDictionary targetOutputs
        ) => false;

        public void LogCustomEvent(CustomBuildEventArgs e) => engine.LogCustomEvent(e);

        public void LogErrorEvent(BuildErrorEventArgs e) => engine.LogErrorEvent(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => engine.LogWarningEvent(e);

        public void LogMessageEvent(BuildMessageEventArgs e) { }
    }
}
