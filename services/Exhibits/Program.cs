using Exhibits.Appendix;
using Exhibits.Catalog;
using Exhibits.Documents;
using Exhibits.Vault;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services => services.AddDependency("records").AddSingleton<EvidenceVault>().AddSingleton<ExhibitStore>().AddSingleton<DocumentStore>(),
    app =>
    {
        app.MapExhibits();
        app.MapDocuments();
        app.MapAppendix();
    }
);
