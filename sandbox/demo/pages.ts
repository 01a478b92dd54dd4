import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { createRequire, stripTypeScriptTypes } from "node:module";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");
const WEB = path.join(ROOT, "sandbox/web");

/** Code outside the page's own folder that it shares with the stand-ins. */
const SHARED = ["sandbox/slack/rendering/date.ts"];

const find = createRequire(import.meta.url);

/** Bare names that the page imports, and the ES module that npm installed for each. */
const PACKAGES: Record<string, string> = {
  preact: beside("preact", "preact.module.js"),
  "preact/hooks": beside("preact/hooks", "hooks.module.js"),
  htm: beside("htm", "htm.module.js"),
};

/** Packages put their module build beside the one that `require` finds. */
function beside(name: string, file: string): string {
  return path.join(path.dirname(find.resolve(name)), file);
}

const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(Object.keys(PACKAGES).map((name) => [name, `/modules/${name}.js`])),
});

const EMPTY_MAP = '<script type="importmap">{}</script>';
const MAP = `<script type="importmap">${IMPORT_MAP}</script>`;

/** Named up front, a hundred small modules come side by side; found one in the other, they would come in a row. */
const preloads = (): string =>
  [...globSync("sandbox/web/**/*.ts", { cwd: ROOT }), ...SHARED]
    .map((file) => `<link rel="modulepreload" href="/${file.replaceAll("\\", "/")}">`)
    .join("");

const POLICY = [
  "default-src 'none'",
  // The import map is the only script that stands in the page itself.
  `script-src 'self' 'sha256-${createHash("sha256").update(IMPORT_MAP).digest("base64")}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** The page and its modules, straight from the repository: TypeScript loses its types on the way out. */
export function servePage(pathname: string, response: ServerResponse): boolean {
  if (pathname === "/") {
    const page = readFileSync(path.join(WEB, "index.html"), "utf8").replace(EMPTY_MAP, `${MAP}${preloads()}`);
    send(response, page, "text/html; charset=utf-8", { "content-security-policy": POLICY });
    return true;
  }
  const file = fileFor(pathname);
  if (file === undefined) return false;
  const type = TYPES[path.extname(file)];
  if (type === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  send(response, file.endsWith(".ts") ? javascript(file) : readFileSync(file), type);
  return true;
}

function fileFor(pathname: string): string | undefined {
  if (pathname.startsWith("/modules/")) return PACKAGES[pathname.slice("/modules/".length, -".js".length)];
  if (pathname === "/favicon.ico") return path.join(WEB, "icon.svg");
  const file = path.join(ROOT, path.posix.normalize(pathname));
  return file.startsWith(WEB + path.sep) || SHARED.includes(pathname.slice(1)) ? file : undefined;
}

const stripped = new Map<string, { changedAt: number; code: string }>();

function javascript(file: string): string {
  const { mtimeMs: changedAt } = statSync(file);
  const known = stripped.get(file);
  if (known?.changedAt === changedAt) return known.code;
  const code = quietly(() => stripTypeScriptTypes(readFileSync(file, "utf8")));
  stripped.set(file, { changedAt, code });
  return code;
}

/** Node says once that this function may change; whoever tries the demo has no use for that. */
function quietly<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function send(
  response: ServerResponse,
  body: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, {
    "content-type": type,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...headers,
  });
  response.end(body);
}
