using Community.Store;
using Community.Web;

var data = new DataFolder("data");
var app = Site.Build(data, ["http://127.0.0.1:5000"]);
await app.Services.GetRequiredService<Migrator>().Run();
await app.RunAsync();
