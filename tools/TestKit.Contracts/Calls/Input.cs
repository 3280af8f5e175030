using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>Changes inputs of an operation so that what was broken on purpose stays broken, and in the same way, and what was valid stays valid.</summary>
internal sealed class Input(ApiDocument document, ApiOperation operation)
{
    /// <summary>Sets a member of the path or the body, unless that would mend or break something; whether it did.</summary>
    public bool Put(JsonObject input, string part, string name, JsonNode value)
    {
        var candidate = input.DeepClone().AsObject();
        if (candidate[part] is not JsonObject members)
        {
            return false;
        }

        members[name] = value.DeepClone();
        if (document.Shape(operation.InputSchema(), candidate) != document.Shape(operation.InputSchema(), input))
        {
            return false;
        }

        input[part]![name] = value.DeepClone();
        return true;
    }
}
