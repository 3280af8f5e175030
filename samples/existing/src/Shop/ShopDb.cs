using Microsoft.EntityFrameworkCore;

namespace Shop;

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();
}

public class Product
{
    public int Id { get; set; }
    public required string Name { get; set; }
}

public record NewProduct(string Name);
