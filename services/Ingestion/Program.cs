using Ingestion.Asking;
using Ingestion.Ingestions;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services =>
        services
            .AddDependency("facts")
            .AddDependency("caseblock")
            .AddDependency("signature")
            .AddDependency("caselaw")
            .AddSingleton<SentenceSource>()
            .AddSingleton<PartySource>()
            .AddSingleton<CitationSource>()
            .AddSingleton<DocumentBuilder>()
            .AddSingleton<IngestionStore>()
            .AddSingleton<Ingester>(),
    app => app.MapIngestions()
);
