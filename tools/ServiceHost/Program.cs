using ServiceHost.Postgres.Unix;

return args is [ExecAs.CommandName, .. var rest] ? ExecAs.Run(rest) : 0;
