using Community.Web.Assets;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
builder.AddAssets();
builder.Services.AddControllersWithViews();

var app = builder.Build();
app.UseSecurityHeaders();
app.MapAssets();
app.MapControllers();
app.MapGet("/", () => "Community");
app.Run();
