using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace ServiceDefaults.Http;

/// <summary>A JSON request body. Its data annotations are both its rules and its schema in the OpenAPI document, so the two cannot drift.</summary>
public interface IRequestBody;

/// <summary>Checks the data annotations of every <see cref="IRequestBody"/>, to any depth; a breach is a 400 that names the fields.</summary>
public sealed class RequestValidation : IEndpointFilter
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var body in context.Arguments.OfType<IRequestBody>())
        {
            var errors = Errors(body);
            if (errors.Count > 0)
            {
                throw ApiException.BadRequest(errors);
            }
        }

        return next(context);
    }

    /// <summary>The breaches of a body's data annotations (field → messages); empty when it is valid. For bodies that came another way than in a request.</summary>
    public static IReadOnlyDictionary<string, string[]> Errors(IRequestBody body)
    {
        var errors = new Dictionary<string, string[]>();
        Check(body, "", errors);
        return errors;
    }

    private static void Check(object value, string path, Dictionary<string, string[]> errors)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        foreach (var field in results.GroupBy(r => path + Name(r.MemberNames.FirstOrDefault() ?? "body")))
        {
            errors[field.Key] = [.. field.Select(r => r.ErrorMessage ?? "is not valid")];
        }

        foreach (var property in Properties.GetOrAdd(value.GetType(), OwnProperties))
        {
            CheckNested(property.GetValue(value), path + Name(property.Name), errors);
        }
    }

    private static void CheckNested(object? value, string path, Dictionary<string, string[]> errors)
    {
        if (value is IDictionary members)
        {
            foreach (DictionaryEntry member in members)
            {
                CheckItem(member.Value, $"{path}.{member.Key}", errors);
            }
        }
        else if (value is IEnumerable items and not string)
        {
            var index = 0;
            foreach (var item in items)
            {
                CheckItem(item, $"{path}[{index++}]", errors);
            }
        }
        else if (value is not null && IsOwn(value.GetType()))
        {
            Check(value, path + ".", errors);
        }
    }

    /// <summary>Nullable annotations hold for members only, so System.Text.Json lets a null into any array and dictionary.</summary>
    private static void CheckItem(object? item, string path, Dictionary<string, string[]> errors)
    {
        if (item is null)
        {
            errors[path] = ["must not be null"];
        }

        CheckNested(item, path, errors);
    }

    private static PropertyInfo[] OwnProperties(Type type) =>
        [
            .. type.GetProperties()
                .Where(p =>
                    p.GetIndexParameters().Length == 0 && (IsOwn(p.PropertyType) || typeof(IEnumerable).IsAssignableFrom(p.PropertyType))
                ),
        ];

    private static bool IsOwn(Type type) =>
        type.IsClass && type.Assembly.GetName().Name?.StartsWith("System", StringComparison.Ordinal) == false;

    private static string Name(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
