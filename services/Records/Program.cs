using Records.Cases;
using Records.Drafts;
using Records.Evidence;
using Records.Templates;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services => services.AddSingleton<TemplateStore>().AddSingleton<CaseStore>().AddSingleton<DraftStore>().AddSingleton<EvidenceStore>(),
    app => app.MapTemplates().MapCases().MapDrafts().MapEvidence()
);
