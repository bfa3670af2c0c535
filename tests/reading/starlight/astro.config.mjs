// Starlight as its guide sets it up. What has a default is left at it: sidebar, search, code, pictures.

import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://example.org",
  integrations: [starlight({ title: "Starlight" })],
});
