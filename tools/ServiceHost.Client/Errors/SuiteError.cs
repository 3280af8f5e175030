using System.Text.Json.Serialization;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>An error, or a warning, for the person who meets it.</summary>
/// <param name="Code">Stable, <c>SUITE101</c>; <c>docs/errors.md</c> lists them all.</param>
/// <param name="Message">What happened, to whom, what to do next.</param>
/// <param name="Service">The service it is about.</param>
/// <param name="Log">Where to read on.</param>
/// <param name="File">The input it is about, such as the manifest.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Column">The column in it, from 1.</param>
/// <param name="IsWarning">Nothing has failed by it.</param>
public sealed record SuiteError(
    string Code,
    string Message,
    string? Service = null,
    string? Log = null,
    string? File = null,
    int? Line = null,
    int? Column = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsWarning = false
)
{
    /// <summary>MSBuild's canonical form: <c>file(line,column): error CODE: message</c>.</summary>
    public override string ToString()
    {
        var origin =
            File is null ? "servicehost"
            : Line is null ? File
            : $"{File}({Line},{Column ?? 1})";
        return $"{origin}: {(IsWarning ? "warning" : "error")} {Code}: {Message}{(Log is null ? "" : $" Log: {Log}")}";
    }
}

/// <summary>Carries one or more <see cref="SuiteError"/>s.</summary>
public sealed class SuiteException : Exception
{
    /// <summary>One error.</summary>
    public SuiteException(SuiteError error)
        : this([error]) { }

    /// <summary>Several errors, the first first.</summary>
    public SuiteException(IReadOnlyList<SuiteError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>The errors.</summary>
    public IReadOnlyList<SuiteError> Errors { get; }
}
