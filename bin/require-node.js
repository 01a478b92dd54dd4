// Loaded before any TypeScript: an older Node cannot even parse what follows, so the sentence has to come from here.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Mailroom needs Node 22.18 or newer, and this is Node ${process.versions.node}: run it through "npm start" after "npm ci", or install Node 24.\n`,
  );
  process.exit(1);
}
