using Microsoft.EntityFrameworkCore;
using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenApi();
builder.Services.AddDbContext<ShopDb>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));

var app = builder.Build();
app.MapOpenApi();
app.MapGet("/products", (ShopDb db) => db.Products.OrderBy(product => product.Name).ToListAsync());
app.MapPost(
    "/products",
    async (NewProduct product, ShopDb db) =>
    {
        db.Products.Add(new Product { Name = product.Name });
        await db.SaveChangesAsync();
        return TypedResults.Created("/products");
    }
);
app.Run();
