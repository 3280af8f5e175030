using Caselaw.Authorities;
using Caselaw.Citations;
using Caselaw.Tables;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services => services.AddDependency("records").AddSingleton<AuthorityStore>().AddSingleton<TableStore>(),
    app =>
    {
        app.MapCitations();
        app.MapAuthorities();
        app.MapTables();
    }
);
