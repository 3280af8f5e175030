using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Where the contract has a thing that was just created.</summary>
internal static class CreatedThing
{
    /// <summary>Its path by its id; null when the contract has no operation that reads it, or the answer no id.</summary>
    public static string? PathOf(CheckSession session, Answer created, JsonObject bound)
    {
        if (session.Document.ItemOf(session.Operation) is not { } item)
        {
            return null;
        }

        var parameter = item.Path.Split('/')[^1].Trim('{', '}');
        var path = bound["path"]!.DeepClone().AsObject();
        path[parameter] = Created.Id(created, bound, session.Operation.Path, parameter);
        return path[parameter] is null
            ? null
            : RequestWriter.PathOf(item, new JsonObject { ["path"] = path, ["query"] = new JsonObject() });
    }
}
