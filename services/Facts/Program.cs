using Facts.Claims;
using Facts.Sentences;
using Facts.Support;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services => services.AddDependency("exhibits").AddSingleton<SentenceStore>().AddSingleton<ClaimStore>().AddSingleton<SupportStore>(),
    app =>
    {
        app.MapSentences();
        app.MapClaims();
        app.MapSupport();
    }
);
