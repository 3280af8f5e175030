using BlockKit.Templates;
using ServiceDefaults.Hosting;
using Signature.Extraction;
using Signature.Formatting;

return ServiceApplication.Run(
    services => services.AddBlockTemplates(SignaturePlaceholders.Kind),
    app => app.MapBlockTemplates(SignaturePlaceholders.Kind).MapExtraction().MapFormatting()
);
