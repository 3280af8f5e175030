using ServiceDefaults.Hosting;

return ServiceApplication.Run(services => { }, app => { });
