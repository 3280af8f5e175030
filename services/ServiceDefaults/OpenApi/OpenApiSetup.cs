using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ServiceDefaults.Http;
using ServiceDefaults.Settings;

namespace ServiceDefaults.OpenApi;

/// <summary>The service's own OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    public static void AddServiceOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer(DescribeDocument);
                options.AddOperationTransformer(DescribePaging);
                options.AddOperationTransformer(DescribeUpload);
                options.AddOperationTransformer(HeaderSetup.DescribeHeaders);
                options.AddOperationTransformer(DescribeLatency);
                options.AddSchemaTransformer(DescribeSchema);
            }
        );

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var settings = context.ApplicationServices.GetRequiredService<ServiceSettings>();
        document.Info = new OpenApiInfo { Title = settings.Name, Version = "1" };
        // The address differs from run to run; the contract does not.
        document.Servers = [];
        return Task.CompletedTask;
    }

    /// <summary>The bounds of <see cref="Paging"/>, which binds two plain numbers.</summary>
    private static Task DescribePaging(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters ?? [])
        {
            if (parameter.Name is "limit" or "offset" && parameter.Schema is OpenApiSchema schema)
            {
                schema.Minimum = parameter.Name == "limit" ? "1" : "0";
                schema.Maximum = parameter.Name == "limit" ? Paging.MaxLimit.ToString() : null;
            }
        }

        return Task.CompletedTask;
    }

    private static Task DescribeUpload(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Upload.Metadata>().FirstOrDefault() is { } upload)
        {
            var form = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = upload.Fields.ToDictionary(
                    f => f.Name,
                    IOpenApiSchema (f) =>
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Format = f.Format,
                            MinLength = f.Required ? 1 : null,
                            MaxLength = f.MaxLength,
                        }
                ),
                Required = upload.Fields.Where(f => f.Required).Select(f => f.Name).Append("file").ToHashSet(),
            };
            form.Properties["file"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "binary",
                Examples = upload.Example is null ? null : [Convert.ToBase64String(upload.Example)],
            };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } },
            };
        }

        return Task.CompletedTask;
    }

    private static Task DescribeLatency(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var promise =
            context.Description.ActionDescriptor.EndpointMetadata.OfType<LatencyPromise>().FirstOrDefault()
            ?? LatencyPromise.Default(context.Description.HttpMethod!);
        operation.AddExtension(LatencyPromise.Extension, new JsonNodeExtension(promise.Milliseconds));
        return Task.CompletedTask;
    }

    /// <summary>What the exporter cannot see: a type with a converter of our own is a string all the same, and an object takes no unknown members.</summary>
    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        TextSchema.Complete(schema, context.JsonTypeInfo, context.JsonPropertyInfo);
        EnumSchema.Complete(schema, context.JsonTypeInfo.Type);
        DescribeByAttributes(schema, context.JsonPropertyInfo?.AttributeProvider);
        if (schema.Properties is { Count: > 0 })
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        return Task.CompletedTask;
    }

    private static void DescribeByAttributes(OpenApiSchema schema, ICustomAttributeProvider? property)
    {
        foreach (var attribute in property?.GetCustomAttributes(inherit: true) ?? [])
        {
            schema.UniqueItems = attribute is DistinctItemsAttribute ? true : schema.UniqueItems;
            schema.Examples = attribute is ExamplesAttribute examples
                ? [.. JsonNode.Parse(examples.Values)!.AsArray().Select(value => value!.DeepClone())]
                : schema.Examples;
            if (attribute is ResourceAttribute resource)
            {
                schema.AddExtension("x-resource", new JsonNodeExtension(resource.Collection));
            }
        }
    }
}
