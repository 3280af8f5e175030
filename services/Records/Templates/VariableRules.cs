using System.Globalization;
using System.Text.RegularExpressions;
using ServiceDefaults.Http;

namespace Records.Templates;

/// <summary>What is asked of a template's variables and of the values that a case gives them.</summary>
internal static partial class VariableRules
{
    /// <summary>The most values that a case may give.</summary>
    public const int MaxValues = 200;

    /// <summary>Checks a template's variables against one another.</summary>
    /// <exception cref="ApiException">400: two of one name, or a default that is not of its variable's type.</exception>
    public static void CheckDeclarations(IReadOnlyList<Variable> variables)
    {
        var twice = variables.GroupBy(v => v.Name).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw ApiException.BadField("variables", $"names {twice.Key} twice");
        }

        Refuse(
            variables
                .Where(v => v.Default is { } value && !Fits(v.Type, value))
                .ToDictionary(v => $"variables.{v.Name}.default", v => new[] { Expectation(v.Type) })
        );
    }

    /// <summary>Checks a case's values against the variables of its template. Values of other names are free: drafts may use them.</summary>
    /// <exception cref="ApiException">400, naming every value that is missing or wrong.</exception>
    public static void CheckValues(IReadOnlyList<Variable> variables, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count > MaxValues)
        {
            throw ApiException.BadField("variable_values", $"has more than {MaxValues} values");
        }

        var errors = values
            .Keys.Where(name => name.Length > Variable.MaxNameLength || !Name().IsMatch(name))
            .ToDictionary(name => $"variable_values.{name}", _ => new[] { "is no name of a variable" });
        foreach (var (name, value) in values.Where(v => !MaxCharactersAttribute.IsWithin(v.Value, Variable.MaxValueLength)))
        {
            errors[$"variable_values.{name}"] = [$"is longer than {Variable.MaxValueLength} characters"];
        }

        foreach (var variable in variables)
        {
            if (Fault(variable, values.GetValueOrDefault(variable.Name)) is { } fault)
            {
                errors[$"variable_values.{variable.Name}"] = [fault];
            }
        }

        Refuse(errors);
    }

    /// <summary>Every value that a draft of the case can name: those it gives, and the defaults of optional variables.</summary>
    public static Dictionary<string, string> Complete(IReadOnlyList<Variable> variables, IReadOnlyDictionary<string, string> values)
    {
        var all = variables.Where(v => !v.Required).ToDictionary(v => v.Name, v => v.Default ?? "");
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return all;
    }

    private static string? Fault(Variable variable, string? value) =>
        value switch
        {
            _ when string.IsNullOrWhiteSpace(value) => variable.Required ? "is required by the template and missing" : null,
            _ => Fits(variable.Type, value) ? null : Expectation(variable.Type),
        };

    private static bool Fits(VariableType type, string value) =>
        type switch
        {
            VariableType.Number => decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            ),
            VariableType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
            _ => true,
        };

    private static string Expectation(VariableType type) =>
        type == VariableType.Date ? "must be a date such as 2024-05-31" : "must be a number such as 1500.00";

    private static void Refuse(Dictionary<string, string[]> errors)
    {
        if (errors.Count > 0)
        {
            throw ApiException.BadRequest(errors);
        }
    }

    [GeneratedRegex(Variable.NamePattern)]
    private static partial Regex Name();
}
