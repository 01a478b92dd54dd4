import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/** One safeguard, and how the code reads without it. */
export interface Mutant {
  name: string;
  file: string;
  from: string;
  to: string;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: "asking the provider whether it happened",
    file: "src/jobs/effects/execute.ts",
    from: 'if (effect.state === "attempting") {',
    to: "if (Date.now() < 0) {",
  },
  {
    name: "the receipt",
    file: "src/jobs/effects/execute.ts",
    from: "await done(receipt);",
    to: "await db.transaction(finish);",
  },
  {
    name: "leases",
    file: "src/db/jobs.ts",
    from: "const isFree = or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, NOW));",
    to: "const isFree = isLive;",
  },
  {
    name: "the seal",
    file: "src/tickets/approve-answer.ts",
    from: "if (draft.id !== draftId || shortSeal(sealOfDraft(ticket, draft)) !== seal) {",
    to: "if (Date.now() < 0) {",
  },
  {
    name: "the key of a copy",
    file: "src/jobs/process-message.ts",
    from: "if (copy) return",
    to: "if (copy && Date.now() < 0) return",
  },
];

/** A copy of the sources without the safeguard; everything else is the repository's. */
export function makeMutant({ name, file, from, to }: Mutant): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), "mailroom-mutant-"));
  for (const part of ["src", "bin", "package.json", "manifest.json"])
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  const target = path.join(root, file);
  const source = readFileSync(target, "utf8");
  if (source.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold its line exactly once`);
  writeFileSync(target, source.replace(from, to));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
