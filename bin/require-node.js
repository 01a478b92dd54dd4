import module from "node:module";
import { fileURLToPath } from "node:url";

// Loaded before any TypeScript: an older Node cannot even parse what follows, so the sentence has to come from here.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Mailroom needs Node 22.18 or newer, and this is Node ${process.versions.node}: run it through "npm start" after "npm ci", or install Node 24.\n`,
  );
  process.exit(1);
}

// What was compiled once (types stripped, and V8's own work) is kept beside the packages: a start costs a third less CPU.
// Where that folder cannot be written, Node goes without.
module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/mailroom", import.meta.url)));
