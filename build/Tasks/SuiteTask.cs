using IntegrationSuite.ServiceHost.Client;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks;

/// <summary>A task whose errors carry a SUITE code, and whose lines a person sees also where MSBuild's terminal logger hides ordinary messages.</summary>
public abstract class SuiteTask : Microsoft.Build.Utilities.Task
{
    private const string ErrorsKey = "IntegrationSuite.Errors";

    private static string KeyOf<T>() => $"IntegrationSuite.Shared:{typeof(T)}";

    /// <inheritdoc />
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (SuiteException e)
        {
            e.Errors.ToList().ForEach(Report);
        }
        catch (Exception e)
        {
            // MSBuild reports a defect with its stack; the verdict must know of it too.
            ReportedErrors.Add(new SuiteError(ErrorCodes.InternalError, $"The task {GetType().Name} failed: {e.Message}"));
            throw;
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Does the work.</summary>
    /// <exception cref="SuiteException">Something a person has to know: reported as MSBuild errors.</exception>
    protected abstract void Run();

    /// <summary>The errors reported so far in this build, by all tasks: the verdict lists them.</summary>
    protected List<SuiteError> ReportedErrors
    {
        get
        {
            if (BuildEngine4.GetRegisteredTaskObject(ErrorsKey, RegisteredTaskObjectLifetime.Build) is not List<SuiteError> errors)
            {
                BuildEngine4.RegisterTaskObject(ErrorsKey, errors = [], RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            }

            return errors;
        }
    }

    /// <summary>What this build shares under a type, once some task has; null until then.</summary>
    private protected T? Shared<T>()
        where T : class => BuildEngine4.GetRegisteredTaskObject(KeyOf<T>(), RegisteredTaskObjectLifetime.Build) as T;

    /// <summary>Shares it with the tasks that follow.</summary>
    private protected void Share<T>(T what)
        where T : class =>
        BuildEngine4.RegisterTaskObject(KeyOf<T>(), what, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);

    /// <summary>Reports an error or a warning in MSBuild's canonical form, an error once.</summary>
    protected void Report(SuiteError error)
    {
        if (error.IsWarning)
        {
            Log.LogWarning(
                null,
                error.Code,
                null,
                error.File ?? error.Service,
                error.Line ?? 0,
                error.Column ?? 0,
                0,
                0,
                "{0}",
                HarmlessText.Of(error.Message)
            );
            return;
        }

        if (ReportedErrors.Contains(error))
        {
            return;
        }

        ReportedErrors.Add(error);
        Log.LogError(
            null,
            error.Code,
            null,
            error.File ?? error.Service,
            error.Line ?? 0,
            error.Column ?? 0,
            0,
            0,
            "{0}",
            HarmlessText.Of(error.Message + (error.Log is null ? "" : $" Log: {error.Log}"))
        );
    }

    /// <summary>
    /// Shows a line at once. The terminal logger shows only what test runs say, and only from a target named
    /// <c>_TestRunStart</c> on (MSBuild, TerminalLogger.OnMessageRaised); every other logger takes it as a message of high importance.
    /// </summary>
    protected void Say(string line) =>
        BuildEngine.LogMessageEvent(
            new ExtendedBuildMessageEventArgs("TLTESTOUTPUT", HarmlessText.Of(line), null, GetType().Name, MessageImportance.High)
        );
}
