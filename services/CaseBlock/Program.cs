using BlockKit.Templates;
using CaseBlock.Extraction;
using CaseBlock.Formatting;
using ServiceDefaults.Hosting;

return ServiceApplication.Run(
    services => services.AddBlockTemplates(CaptionPlaceholders.Kind),
    app => app.MapBlockTemplates(CaptionPlaceholders.Kind).MapExtraction().MapFormatting()
);
