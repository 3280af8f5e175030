using Export.Exports;
using Export.Sources;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services =>
        services
            .AddDependency("records")
            .AddDependency("exhibits")
            .AddDependency("caselaw")
            .AddSingleton<DraftSource>()
            .AddSingleton<AppendixSource>()
            .AddSingleton<AuthoritiesSource>()
            .AddSingleton<ExportStore>()
            .AddSingleton<Exporter>(),
    app => app.MapExports()
);
