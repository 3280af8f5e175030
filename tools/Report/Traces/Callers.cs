namespace IntegrationSuite.Report.Traces;

/// <summary>
/// Finds out who called whom. Logs say when a request was answered and how long it took, and seldom who made it: so it was made by a
/// request of another service during which the whole of it happened.
/// </summary>
/// <remarks>
/// Of several such requests, as when a service calls two others at once, it is one of a service that is known to call this one: from a trace
/// in which there is no other. Failing that it is the shortest; or the test, where the test makes several requests at once.
/// </remarks>
internal static class Callers
{
    private const int MostOpen = 256;

    /// <summary>Finds the callers of all requests of a run.</summary>
    /// <param name="traces">Each in the order of its starts.</param>
    public static void Find(IReadOnlyCollection<IReadOnlyList<Request>> traces)
    {
        var around = traces.Select(Around).ToList();
        var known = around
            .Where(trace => !Overlaps(trace))
            .SelectMany(trace => trace)
            .Where(each => each.Callers.Count == 1)
            .Select(each => (each.Callers[0].Service, each.Request.Service))
            .ToHashSet();
        foreach (var trace in around)
        {
            var isGuess = Overlaps(trace);
            foreach (var (request, callers) in trace)
            {
                request.Caller =
                    callers.FirstOrDefault(caller => known.Contains((caller.Service, request.Service)))
                    ?? (isGuess ? null : callers.FirstOrDefault());
            }
        }
    }

    /// <summary>Each request with those that can have made it, the shortest first.</summary>
    private static List<(Request Request, IReadOnlyList<Request> Callers)> Around(IReadOnlyList<Request> trace)
    {
        var (found, open) = (new List<(Request, IReadOnlyList<Request>)>(), new List<Request>());
        foreach (var request in trace)
        {
            open.RemoveAll(each => each.End + Request.Tolerance < request.Start);
            found.Add(
                (
                    request,
                    [.. open.Where(each => each.Service != request.Service && each.Contains(request)).OrderBy(each => each.Milliseconds)]
                )
            );
            // More at once are a flood, of which each would be held against each.
            if (open.Count < MostOpen)
            {
                open.Add(request);
            }
        }

        return found;
    }

    /// <summary>Whether requests that no other can have made happened at the same time: then the test made several at once.</summary>
    private static bool Overlaps(List<(Request Request, IReadOnlyList<Request> Callers)> trace)
    {
        var end = double.MinValue;
        foreach (var (request, _) in trace.Where(each => each.Callers.Count == 0))
        {
            if (request.Start + Request.Tolerance < end)
            {
                return true;
            }

            end = Math.Max(end, request.End);
        }

        return false;
    }
}
