namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>What can only be seen when all services are known: duplicates, unknown dependencies, circles.</summary>
internal static class ManifestChecks
{
    /// <summary>Reports what is wrong.</summary>
    public static void Run(IReadOnlyList<ReadEntry> entries, int postgresPort, ManifestReport report)
    {
        ReportTwice(entries, "name", entry => [("name", entry.Name)]);
        ReportTwice(entries, "port", entry => ServicePort.Of(entry).Select(port => (PortReader.KeyOf(port), $"{port.Number}")));
        ReportPostgresPort(entries, postgresPort);
        ReportOtherMigrations(entries);
        ReportUnknownDependencies(entries, report);
        if (!report.HasErrors)
        {
            ReportCircles(entries);
        }
    }

    private static void ReportTwice(
        IReadOnlyList<ReadEntry> entries,
        string what,
        Func<ServiceEntry, IEnumerable<(string Key, string Value)>> valuesOf
    )
    {
        var first = new Dictionary<string, ServiceEntry>();
        foreach (var (entry, fields) in entries)
        {
            foreach (var (key, value) in valuesOf(entry).Where(each => !first.TryAdd(each.Value, entry)))
            {
                fields.Report(
                    ErrorCodes.ManifestDuplicate,
                    key,
                    $"{what} {value} is taken by service '{first[value].Name}' on line {first[value].Line}. Give one of them another."
                );
            }
        }
    }

    private static void ReportPostgresPort(IReadOnlyList<ReadEntry> entries, int postgresPort)
    {
        foreach (var (entry, fields) in entries)
        {
            if (ServicePort.Of(entry).FirstOrDefault(port => port.Number == postgresPort) is { } taken)
            {
                fields.Report(
                    ErrorCodes.ManifestDuplicate,
                    PortReader.KeyOf(taken),
                    $"port {postgresPort} is the one of 'postgres'. Give one of them another."
                );
            }
        }
    }

    // Several services may have one database; whoever comes first would migrate it, and which that is nobody knows.
    private static void ReportOtherMigrations(IReadOnlyList<ReadEntry> entries)
    {
        var first = new Dictionary<string, ServiceEntry>();
        foreach (var (entry, fields) in entries.Where(each => each.Entry is { Database: not null, Migrations: not null }))
        {
            if (!first.TryAdd(entry.Database!, entry) && first[entry.Database!] is var other && HasOtherMigrations(entry, other))
            {
                fields.Report(
                    ErrorCodes.ManifestDuplicate,
                    "migrations",
                    $"the database '{entry.Database}' is migrated by service '{other.Name}' on line {other.Line}, from another folder or with other placeholders. Leave 'migrations' to one of them."
                );
            }
        }
    }

    private static bool HasOtherMigrations(ServiceEntry one, ServiceEntry other) =>
        one.Migrations != other.Migrations
        || one.Migrator != other.Migrator
        || !one.Placeholders.Order().SequenceEqual(other.Placeholders.Order());

    private static void ReportUnknownDependencies(IReadOnlyList<ReadEntry> entries, ManifestReport report)
    {
        var names = entries.Select(entry => entry.Entry.Name).ToHashSet();
        var known = NameList.Of(names);
        foreach (var (entry, fields) in entries)
        {
            // Not fields.Texts: it would report a list of something else a second time.
            foreach (
                var item in entry.DependsOn.Count == 0 ? [] : fields.Find("dependsOn")!.Items!.Where(item => !names.Contains(item.Text!))
            )
            {
                report.Add(
                    ErrorCodes.ManifestUnknownDependency,
                    item.Offset,
                    $"Service '{entry.Name}' depends on '{item.Text}', which is not in the manifest. Known are {known}."
                );
            }
        }
    }

    // What is left when services without open dependencies are taken away again and again, stands in a circle or behind one.
    private static void ReportCircles(IReadOnlyList<ReadEntry> entries)
    {
        var left = entries.ToDictionary(entry => entry.Entry.Name);
        var dependents = entries
            .SelectMany(entry => entry.Entry.DependsOn.Distinct().Select(name => (name, entry.Entry)))
            .ToLookup(pair => pair.name, pair => pair.Entry.Name);
        var open = entries.ToDictionary(entry => entry.Entry.Name, entry => entry.Entry.DependsOn.Distinct().Count());
        var free = new Queue<string>(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (free.TryDequeue(out var name))
        {
            left.Remove(name);
            dependents[name].Where(dependent => --open[dependent] == 0).ToList().ForEach(free.Enqueue);
        }
        if (left.Count > 0)
        {
            var circle = FollowCircle(left);
            left[circle[0]]
                .Fields.Report(
                    ErrorCodes.ManifestCycle,
                    "dependsOn",
                    $"services depend on each other in a circle: {NameList.Of(circle, " → ")}. Remove one of these dependencies."
                );
        }
    }

    private static List<string> FollowCircle(Dictionary<string, ReadEntry> left)
    {
        var (path, places) = (new List<string>(), new Dictionary<string, int>());
        var name = left.Keys.First();
        while (places.TryAdd(name, path.Count))
        {
            path.Add(name);
            name = left[name].Entry.DependsOn.First(left.ContainsKey);
        }
        return [.. path[places[name]..], name];
    }
}
