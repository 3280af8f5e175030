using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Entries;

namespace Pipeline.Init;

/// <summary>What becomes of a Compose file.</summary>
[TestClass]
public sealed class ComposeTests : InitTest
{
    [TestMethod]
    public void A_shop_of_two_services_a_job_and_a_PostgreSQL_becomes_a_manifest_that_is_read()
    {
        WriteProject("orders/Orders.csproj");
        WriteProject("src/Shop/Shop.csproj");
        WritePackage("migrate");
        var draft = Convert(
            """
            x-env: &env
              LOG_LEVEL: ${LOG_LEVEL:-info}
            services:
              db:
                image: postgres:16-alpine
                environment: { POSTGRES_USER: app, POSTGRES_PASSWORD: "${DB_PASSWORD:-secret}" }
                healthcheck: { test: ["CMD-SHELL", "pg_isready -U app"] }
              orders:
                build: ./orders
                ports: ["8081:8080"]
                environment:
                  <<: *env
                  ASPNETCORE_URLS: http://+:8080
                  ConnectionStrings__Orders: Host=db;Port=5432;Database=orders;Username=app;Password=${DB_PASSWORD:-secret}
                depends_on:
                  db: { condition: service_healthy }
                  migrate: { condition: service_completed_successfully }
                healthcheck: { test: "curl -f http://localhost:8080/healthz || exit 1" }
              migrate:
                build: ./migrate
                command: npm run migrate
                environment: [ "DATABASE_URL=postgres://app:${DB_PASSWORD:-secret}@db:5432/orders?schema=public" ]
                depends_on: [db]
              shop:
                build: { context: ., dockerfile: src/Shop/Dockerfile }
                environment:
                  Orders__Url: ${ORDERS_URL:-http://orders:8080}/api
                depends_on: [orders]
            """
        );
        var (orders, migrate, shop) = ReadBack(draft) is [var first, var second, var third] ? (first, second, third) : default;
        Assert.AreEqual((8081, "orders"), (orders.Port, orders.Database));
        Assert.AreEqual("/healthz", ((HttpHealth)orders.Health).Path);
        Assert.AreEqual("${database.ado}", orders.Env["ConnectionStrings__Orders"]);
        Assert.AreEqual("${env:LOG_LEVEL:-info}", orders.Env["LOG_LEVEL"]);
        Assert.IsFalse(orders.Env.ContainsKey("ASPNETCORE_URLS"), "the suite gives it");
        CollectionAssert.AreEqual(new[] { "migrate" }, orders.DependsOn.ToArray());
        Assert.AreEqual((ServiceKind.Job, "orders"), (migrate.Kind, migrate.Database));
        CollectionAssert.AreEqual(new[] { "npm", "run", "migrate" }, migrate.Command!.ToArray());
        Assert.AreEqual("${database.uri}?schema=public", migrate.Env["DATABASE_URL"]);
        Assert.AreEqual(PathOf("src/Shop/Shop.csproj"), shop.Project);
        Assert.AreEqual("${orders.url}/api", shop.Env["Orders__Url"]);
        Assert.IsEmpty(draft.Open);
    }

    [TestMethod]
    public void A_polyglot_system_with_other_spellings_becomes_a_manifest_that_is_read()
    {
        WritePackage("feed");
        WriteProject("backend/Api.csproj");
        WriteProject("worker/Mailer.csproj", "Microsoft.NET.Sdk.Worker");
        Write("backend/backend.env", "A=1\n");
        var draft = Convert(
            """
            version: "3.8"
            services:
              postgresql:
                container_name: pg
                image: docker.io/bitnami/postgresql:15
                environment: [POSTGRES_DB=feedback, POSTGRES_USER=me]
              api:
                build: { context: backend }
                env_file: [backend/backend.env]
                ports:
                  - target: 80
                    published: "${API_PORT:-5080}"
                environment:
                  PGHOST: pg
                  PGPORT: 5432
                  PGUSER: me
                  PGDATABASE: feedback
                  JDBC: jdbc:postgresql://pg:5432/feedback
                  ALCHEMY: postgresql+asyncpg://me:x@pg/feedback
              feed:
                build: feed
                expose: [3000]
                environment: { PORT: 3000, API: "http://api", SELF: "http://feed:3000/x", SECRET: , PRICE: "$$5 $${x}" }
                healthcheck: { test: [CMD, wget, -q, --spider, "http://localhost:3000/ready"] }
              mailer:
                build: worker
                environment: { API_HOST: api, API_PORT: 80, FEED: "amqp://u:p@feed:3000/v" }
                depends_on: [api, feed]
            """
        );
        var (api, feed, mailer) = ReadBack(draft) is [var first, var second, var third] ? (first, second, third) : default;
        Assert.AreEqual((5080, "feedback", PathOf("backend/backend.env")), (api.Port, api.Database, api.EnvFile));
        CollectionAssert.AreEqual(
            new[]
            {
                "${database.host}",
                "${database.port}",
                "${database.user}",
                "${database.name}",
                "${database.jdbc}",
                "postgresql+asyncpg://${database.user}:${database.password}@${database.host}:${database.port}/${database.name}",
            },
            api.Env.Values.ToArray()
        );
        CollectionAssert.AreEqual(new[] { "${port}", "${api.url}", "${url}/x", "${env:SECRET:-}", "$5 $${x}" }, feed.Env.Values.ToArray());
        Assert.AreEqual("/ready", ((HttpHealth)feed.Health).Path);
        CollectionAssert.AreEqual(new[] { "127.0.0.1", "${api.port}", "amqp://u:p@127.0.0.1:${feed.port}/v" }, mailer.Env.Values.ToArray());
        Assert.AreEqual((0, typeof(AliveHealth)), (mailer.Port, mailer.Health.GetType()));
        Assert.IsEmpty(draft.Open);
    }

    [TestMethod]
    public void Of_a_system_that_can_not_be_carried_over_whole_each_rest_is_told_with_its_line()
    {
        WritePackage("web");
        Write("web/a.env", "A=1");
        var draft = Convert(
            """
            services:
              web:
                build: ./web
                ports: ["80:8080", "9090:9090"]
                restart: always
                env_file: [web/a.env, web/b.env]
                environment:
                  BOTH: ${A:-${B}}
                  PLUS: ${A:+x}
                  FAR: ssl://db:1234/x
                depends_on: [py, db]
                command: ["node", "${A:+x}"]
              py:
                build: ./py
              away:
                build: { context: ../../.. }
              db:
                image: postgres
                volumes: ["./init.sql:/docker-entrypoint-initdb.d/init.sql"]
            secrets: {}
            """
        );
        CollectionAssert.AreEqual(
            new[] { 4, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 19, 20 },
            draft.Open.Select(line => int.Parse(line.Split('(', ')')[1])).ToArray(),
            string.Join('\n', draft.Open)
        );
        var web = ReadBack(draft).Single();
        Assert.AreEqual((5001, PathOf("web/a.env")), (web.Port, web.EnvFile));
        Assert.IsFalse(web.Env.ContainsKey("BOTH") || web.Env.ContainsKey("PLUS"));
        CollectionAssert.AreEqual(new[] { "npm", "start" }, web.Command!.ToArray());
    }

    [TestMethod]
    public void An_image_keeps_its_ports_and_others_reach_it_on_this_machine()
    {
        WritePackage("web");
        var draft = Convert(
            """
            services:
              cache:
                image: redis:${TAG:-7}
                command: redis-server --save ""
                ports: ["16379:6379"]
              queue: { image: rabbitmq }
              web:
                build: web
                environment: { CACHE: "redis://cache:6379/0", QUEUE: "amqp://queue:5672" }
            """
        );
        var (cache, queue, web) = (draft.Entries[0], draft.Entries[1], draft.Entries[2]);
        Assert.AreEqual(
            """{ "name": "cache", "image": "redis:7", "command": ["redis-server", "--save", ""], "port": 16379, "containerPort": 6379, "health": { "tcp": true } }""",
            OneLine(cache)
        );
        Assert.AreEqual(new DraftPort(5001, null, 5672), queue.Ports.Single(), "what others ask it for");
        CollectionAssert.AreEqual(
            new[] { "redis://127.0.0.1:${cache.port}/0", "amqp://127.0.0.1:${queue.port}" },
            web.Env.Values.ToArray()
        );
    }

    [TestMethod]
    public void Several_ports_of_a_service_keep_their_names_and_others_reach_each()
    {
        WritePackage("shop");
        WriteProject("web/Web.csproj");
        var draft = Convert(
            """
            services:
              queue:
                image: rabbitmq:4-management
                ports:
                  - { name: amqp, target: 5672, published: "5672" }
                  - "5001:15672"
                environment: { MANAGEMENT_PORT: 15672 }
              shop:
                build: shop
                ports: ["5003:3000", "5004:9090"]
                expose: [7000]
                environment: { PORT: 3000, GRPC_PORT: 9090, SELF: "http://shop:9090/x" }
              web:
                build: web
                ports: ["8080", "8081"]
                environment:
                  ASPNETCORE_HTTP_PORTS: 8080
                  ASPNETCORE_HTTPS_PORTS: 8081
                  QUEUE: amqp://queue:5672
                  ADMIN: http://queue:15672/api
                  SHOP: http://shop:3000
                  SHOP_HOST: shop
                  SHOP_PORT: 9090
            """
        );
        var (queue, shop, web) = ReadBack(draft) is [var first, var second, var third] ? (first, second, third) : default;
        CollectionAssert.AreEqual(
            new[] { "amqp 5672", "port-15672 5001" },
            queue.Ports.Select(port => $"{port.Key} {port.Value}").ToArray()
        );
        CollectionAssert.AreEqual(new[] { 5672, 15672 }, queue.ContainerPorts.Values.ToArray());
        Assert.AreEqual("${ports.port-15672}", queue.Env["MANAGEMENT_PORT"]);
        CollectionAssert.AreEqual(new[] { 5003, 5004 }, shop.Ports.Values.ToArray());
        CollectionAssert.AreEqual(
            new[] { "${port}", "${ports.port-9090}", "http://127.0.0.1:${ports.port-9090}/x" },
            shop.Env.Values.ToArray()
        );
        Assert.IsEmpty(web.Ports, "the suite gives a .NET project one address");
        CollectionAssert.AreEqual(
            new[]
            {
                "amqp://127.0.0.1:${queue.port}",
                "http://127.0.0.1:${queue.ports.port-15672}/api",
                "${shop.url}",
                "127.0.0.1",
                "${shop.ports.port-9090}",
            },
            web.Env.Values.ToArray()
        );
        Assert.IsEmpty(draft.Open);
    }

    [TestMethod]
    [DataRow("services: [ }", 1, "no valid YAML")]
    [DataRow("services:\n  a: x", 2, "must be a mapping")]
    [DataRow("services:\n  a:\n    environment: x", 3, "a mapping or a list")]
    [DataRow("services:\n  a:\n    ports: [[1]]", 3, "must be a text")]
    [DataRow("services:\n  a: {}\n  a: {}", 3, "twice")]
    [DataRow("services:\n  a: &a { b: *a }", 2, "holds itself")]
    [DataRow("services:\n  ? [a]\n  : b", 2, "key must be a text")]
    [DataRow("services:\n  a:\n    depends_on: [b]\n  b: { depends_on: [a] }", 3, "in a circle: a, b")]
    [DataRow("other: 1", 1, "'services'")]
    [DataRow("services: {}", 1, "'services'")]
    public void What_is_malformed_is_an_error_with_its_line(string compose, int line, string message)
    {
        var error = Mistakes(() => Convert(compose)).Single();
        Assert.AreEqual(("SUITE118", PathOf("compose.yaml"), line), (error.Code, error.File, error.Line), error.Message);
        StringAssert.Contains(error.Message, message);
    }

    private static string OneLine(DraftEntry entry) => string.Join(' ', DraftText.Entry(entry).Split('\n', StringSplitOptions.TrimEntries));
}
