import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Folder {
  path: string;
  file(name: string): string;
  /** How many recorded mails earlier runs in this folder have delivered. */
  delivered(): number;
  note(delivered: number): void;
  /** A temporary folder goes with the demo; one that was asked for stays. */
  leave(): void;
}

export function openFolder(wanted: string | undefined, fresh: boolean): Folder {
  const folder = wanted === undefined ? mkdtempSync(path.join(tmpdir(), "mailroom-demo-")) : path.resolve(wanted);
  if (wanted !== undefined && fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => path.join(folder, name);
  const round = file("round.json");
  return {
    path: folder,
    file,
    delivered() {
      try {
        return Number((JSON.parse(readFileSync(round, "utf8")) as { delivered: number }).delivered) || 0;
      } catch {
        return 0;
      }
    },
    note: (delivered) => writeFileSync(round, JSON.stringify({ delivered })),
    leave() {
      if (wanted === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
