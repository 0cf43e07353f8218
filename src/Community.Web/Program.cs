var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [] });
var app = builder.Build();
app.MapGet("/", () => "Community");
app.Run();
