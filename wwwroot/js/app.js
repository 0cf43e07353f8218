import "../lib/turbo.js";
