using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Commands;
using IntegrationSuite.ServiceHost.Postgres.Unix;
using IntegrationSuite.ServiceHost.Watch;

HarmlessWriter.GuardConsole();
try
{
    // Those that services wait for skip the command line's parser.
    return args switch
    {
        ["watchdog", var folder] => Watchdog.Run(folder),
        [SupervisorLauncher.Command, "--options", var file] => (int)await Supervise.RunAsync(file),
        [ExecAs.CommandName, .. var rest] => ExecAs.Run(rest),
        _ => await RunAsync(args),
    };
}
catch (SuiteException e)
{
    return Failure.Report(e);
}
catch (Exception e)
{
    return Failure.Report(
        new SuiteException(new SuiteError(ErrorCodes.InternalError, $"A defect of servicehost: {e.GetType().Name}: {e.Message}"))
    );
}

static Task<int> RunAsync(string[] args)
{
    DescriptorLimit.Require(); // before the parser, which opens files of its own
    return CommandLine.RunAsync(args);
}
