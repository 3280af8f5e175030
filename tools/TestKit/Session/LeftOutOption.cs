using IntegrationSuite.ServiceHost.Client.Results;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace IntegrationSuite.TestKit.Session;

/// <summary>The option by which a build says which tests need not run.</summary>
internal sealed class LeftOutOption : ICommandLineOptionsProvider
{
    /// <summary>Those tests.</summary>
    public static LeftOutTests Tests { get; set; } = LeftOutTests.None;

    /// <inheritdoc />
    public string Uid => nameof(LeftOutOption);

    /// <inheritdoc />
    public string Version => "1.0.0";

    /// <inheritdoc />
    public string DisplayName => "Integration suite";

    /// <inheritdoc />
    public string Description => "Leaves out what need not run.";

    /// <inheritdoc />
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <inheritdoc />
    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
        [new(LeftOutTests.Option, "The file of the tests that need not run.", ArgumentArity.ExactlyOne, isHidden: true)];

    /// <inheritdoc />
    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        File.Exists(arguments[0]) ? ValidationResult.ValidTask : ValidationResult.InvalidTask($"There is no file '{arguments[0]}'.");

    /// <inheritdoc />
    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions)
    {
        if (commandLineOptions.TryGetOptionArgumentList(LeftOutTests.Option, out var file))
        {
            Tests = LeftOutTests.Read(file[0]);
        }

        return ValidationResult.ValidTask;
    }
}
