import type { World } from "../world.ts";
import type { StoredFile } from "./model.ts";

const TYPES: Record<string, string> = {
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  json: "application/json",
  yaml: "application/yaml",
  yml: "application/yaml",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
};

export function newFile(
  world: World,
  { name, length, altText = "", user }: { name: string; length: number; altText?: string; user: string },
): StoredFile {
  const file: StoredFile = {
    id: world.ids.next("F"),
    name,
    title: name,
    mimetype: TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream",
    user,
    createdAt: world.clock.now(),
    length,
    altText,
    completed: false,
    deleted: false,
    channels: new Set(),
  };
  world.workspace.files.set(file.id, file);
  return file;
}

export function completeFile(world: World, file: StoredFile, title: string): void {
  file.completed = true;
  file.title = title;
  world.changes.publish({ kind: "file" });
}
