// Looks at pages of a served site in headless Chromium.
// Reads one JSON job on standard input, writes one JSON result on standard output:
//   job: {chrome, origin, pages: [url], parts: ['load', 'a11y', 'lh', 'search']}
//   result: {url: {load: {...}, a11y: {...}, lh: [run], search: [milliseconds], failed: [what failed twice]}}
// Every measurement starts a new browser with an empty profile, so caches are cold.
// Nothing but 127.0.0.1 can be reached: other hosts' requests fail at once and are counted.
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const screens = {
  mobile: { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
  desktop: { width: 1350, height: 940, deviceScaleFactor: 1 },
};
const mobileAgent =
  "Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36 " +
  "(KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";

async function withBrowser(work) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "docs-measure-"));
  const browser = await puppeteer.launch({
    executablePath: job.chrome,
    userDataDir: profile,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--ignore-certificate-errors",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close().catch(() => {});
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const isWeb = (url) => /^https?:/.test(url);
const isOwn = (url) => url.startsWith(`${job.origin}/`);

// Waits until the page is loaded and has had no request for a second (8 s at most).
async function visit(page, url) {
  const response = await page.goto(url, { waitUntil: "load", timeout: 60000 });
  await page.waitForNetworkIdle({ idleTime: 1000, timeout: 8000 }).catch(() => {});
  return response;
}

// What the server sends for a file; a worker's own script has no byte count on the page's session.
function sentBytes(url) {
  const { request } = url.startsWith("https:") ? https : http;
  return new Promise((resolve) => {
    request(url, { method: "HEAD", rejectUnauthorized: false, headers: { "accept-encoding": "gzip" } }, (res) => {
      res.resume();
      resolve(res.statusCode === 200 ? Number(res.headers["content-length"]) : 0);
    })
      .on("error", () => resolve(0))
      .end();
  });
}

// --- Lighthouse: scores and the simulated slow-4G, slow-CPU load (its mobile default)
async function runLighthouse(url) {
  return withBrowser(async (browser) => {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const result = await lighthouse(url, { port, output: "json", logLevel: "silent" });
    const { audits, categories, environment, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
    const value = (id) => audits[id]?.numericValue ?? null;
    const failed = {};
    for (const id of ["accessibility", "best-practices", "seo"]) {
      failed[id] = categories[id].auditRefs
        .filter((ref) => ref.weight && audits[ref.id].score !== null && audits[ref.id].score < 1)
        .map((ref) => ref.id);
    }
    const observed = audits.metrics?.details?.items?.[0] ?? {};
    const scores = Object.fromEntries(
      Object.entries(categories).map(([id, c]) => [id, c.score === null ? null : Math.round(c.score * 100)]),
    );
    const blocking = audits["render-blocking-insight"]?.details?.items ?? [];
    return {
      scores,
      failed,
      fcp: value("first-contentful-paint"),
      lcp: value("largest-contentful-paint"),
      tbt: value("total-blocking-time"),
      cls: value("cumulative-layout-shift"),
      si: value("speed-index"),
      observedLcp: observed.observedLargestContentfulPaint ?? null,
      mainThread: value("mainthread-work-breakdown"),
      bootup: value("bootup-time"),
      renderBlocking: blocking.length,
      unusedJs: audits["unused-javascript"]?.details?.overallSavingsBytes ?? 0,
      unusedCss: audits["unused-css-rules"]?.details?.overallSavingsBytes ?? 0,
      benchmarkIndex: environment.benchmarkIndex,
      load1: os.loadavg()[0],
    };
  });
}

// --- one cold load without throttling: requests, bytes, DOM, console
async function inspectLoad(url) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setUserAgent({ userAgent: mobileAgent });
    await page.setViewport(screens.mobile);
    const cdp = await page.createCDPSession();
    await cdp.send("Network.enable");
    const requests = new Map();
    cdp.on("Network.requestWillBeSent", (e) => {
      const hints = Object.keys(e.request.headers).map((h) => h.toLowerCase());
      const prefetch = e.type === "Prefetch" || hints.includes("purpose") || hints.includes("sec-purpose");
      requests.set(e.requestId + (e.redirectResponse ? "+" : ""), {
        url: e.request.url,
        type: e.type,
        prefetch,
        bytes: 0,
        status: null,
      });
    });
    cdp.on("Network.responseReceived", (e) => {
      const r = requests.get(e.requestId);
      if (r) {
        r.status = e.response.status;
        r.protocol = e.response.protocol;
      }
    });
    cdp.on("Network.loadingFinished", (e) => {
      const r = requests.get(e.requestId);
      if (r) r.bytes = e.encodedDataLength;
    });
    const errors = [];
    const foreignErrors = [];
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      const where = message.location()?.url ?? "";
      const text = message.text().slice(0, 300);
      (isWeb(where) && !isOwn(where) ? foreignErrors : errors).push(`${text} @ ${where}`);
    });
    page.on("pageerror", (error) => errors.push(String(error.message ?? error).slice(0, 300)));
    const response = await visit(page, url);
    const seen = [...requests.values()].filter((r) => isWeb(r.url));
    const own = seen.filter((r) => isOwn(r.url));
    // What a first gesture brings, whatever it is: here a touch that does nothing else.
    const dom = await page.evaluate(() => ({
      nodes: document.querySelectorAll("*").length,
      blocking: performance
        .getEntriesByType("resource")
        .filter((entry) => entry.renderBlockingStatus === "blocking")
        .map((entry) => entry.name),
    }));
    await page.evaluate(() => dispatchEvent(new Event("pointerdown")));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.waitForNetworkIdle({ idleTime: 1000, timeout: 8000 }).catch(() => {});
    const later = [...requests.values()].filter((r) => isOwn(r.url) && !own.includes(r));
    for (const r of later) if (!r.bytes) r.bytes = await sentBytes(r.url); // what a service worker asked for
    for (const r of own) if (r.status === null && !r.bytes) r.bytes = await sentBytes(r.url);
    const needed = own.filter((r) => !r.prefetch);
    const byType = {};
    for (const r of needed) {
      const type = r.type ?? "Other";
      byType[type] ??= { requests: 0, bytes: 0 };
      const t = byType[type];
      t.requests += 1;
      t.bytes += r.bytes;
    }
    const sum = (list) => list.reduce((total, r) => total + r.bytes, 0);
    const third = seen.filter((r) => !isOwn(r.url));
    return {
      status: response.status(),
      protocol: needed[0]?.protocol,
      requests: needed.length,
      bytes: sum(needed),
      byType,
      gestureRequests: later.length,
      gestureBytes: sum(later),
      prefetchRequests: own.length - needed.length,
      prefetchBytes: sum(own) - sum(needed),
      thirdParty: third.length,
      thirdPartyHosts: [...new Set(third.map((r) => new URL(r.url).host))],
      notFound: own.filter((r) => r.status >= 400).map((r) => r.url),
      list: own.map((r) => ({
        url: r.url.slice(job.origin.length),
        type: r.type,
        bytes: r.bytes,
        prefetch: r.prefetch,
      })),
      ...dom,
      errors,
      foreignErrors,
    };
  });
}

// --- from the tap on Material's search to its first result, cold, on slow 4G with a processor four times as slow:
// the figures of Lighthouse's mobile default (150 ms, 1.6 Mbit/s down, 0.75 up), applied and not simulated
async function timeSearch(url) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setUserAgent({ userAgent: mobileAgent });
    await page.setViewport(screens.mobile);
    await visit(page, url);
    await page.emulateNetworkConditions({ latency: 150, download: 1.6e6 / 8, upload: 0.75e6 / 8 });
    await page.emulateCPUThrottling(4);
    const start = performance.now();
    await page.tap("label.md-header__button[for=__search]");
    await page.waitForSelector(".md-search__input", { visible: true });
    await page.type(".md-search__input", "onnx");
    await page.waitForSelector(".md-search-result__link", { timeout: 20000 });
    return performance.now() - start;
  });
}

// --- axe-core in both colour schemes, on a phone's and a desktop's screen
async function runAxe(url) {
  return withBrowser(async (browser) => {
    const result = {};
    for (const scheme of ["light", "dark"]) {
      const found = new Map();
      let paint;
      for (const screen of ["mobile", "desktop"]) {
        const context = await browser.createBrowserContext(); // a site may store the scheme it chose
        const page = await context.newPage();
        await page.setViewport(screens[screen]);
        await page.emulateMediaFeatures([
          { name: "prefers-color-scheme", value: scheme },
          { name: "prefers-reduced-motion", value: "reduce" },
        ]);
        await visit(page, url);
        paint = await page.evaluate(() => {
          const style = [document.documentElement, document.body].map((el) => getComputedStyle(el));
          return style.map((css) => `${css.color} on ${css.backgroundColor}`).join("; ");
        });
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, {
            resultTypes: ["violations"],
            performanceTimer: false,
          }),
        );
        for (const v of violations) {
          for (const node of v.nodes) {
            const target = node.target.join(" ");
            const key = `${v.id} ${target}`;
            found.set(key, {
              rule: v.id,
              impact: v.impact,
              best: v.tags.includes("best-practice"),
              target,
              screen: found.has(key) ? "both" : screen,
            });
          }
        }
        await context.close();
      }
      const impacts = { critical: 0, serious: 0, moderate: 0, minor: 0 };
      const rules = {};
      for (const f of found.values()) {
        impacts[f.impact] += 1;
        rules[f.rule] ??= { impact: f.impact, best: f.best, nodes: 0, examples: [] };
        rules[f.rule].nodes += 1;
        if (rules[f.rule].examples.length < 5) rules[f.rule].examples.push(`${f.screen}: ${f.target}`);
      }
      result[scheme] = { impacts, rules, paint };
    }
    return result;
  });
}

const parts = { load: inspectLoad, a11y: runAxe, lh: runLighthouse, search: timeSearch };
const timed = ["lh", "search"];
const out = Object.fromEntries(job.pages.map((url) => [url, { failed: [] }]));
async function look(part, url) {
  for (let tries = 1; tries <= 2; tries += 1) {
    // a browser that does not start may start again
    try {
      const found = await parts[part](url);
      out[url][part] = timed.includes(part) ? [found] : found;
      return;
    } catch (error) {
      process.stderr.write(`${part} ${url}: ${error.message}\n`);
      if (tries === 2) out[url].failed.push(`${part}: ${error.message}`);
    }
  }
}
for (const part of job.parts) {
  // Most of a look is waiting for a quiet network. What takes times must have the machine for itself.
  const queue = [...job.pages];
  const work = async () => {
    while (queue.length) await look(part, queue.shift());
  };
  await Promise.all(Array.from({ length: timed.includes(part) ? 1 : 3 }, work));
}
process.stdout.write(JSON.stringify(out));
