import { isIP } from "node:net";
import { isObject, type JsonObject } from "../json.ts";
import type { Report } from "./report.ts";

export type FileCheck = (file: JsonObject) => boolean;

/** Slack downloads every image while it validates, so an address its servers cannot reach fails the whole payload. */
export function checkImages(value: unknown, path: string, isFile: FileCheck, report: Report): void {
  if (Array.isArray(value))
    value.forEach((item, index) => {
      checkImages(item, `${path}/${index}`, isFile, report);
    });
  if (!isObject(value)) return;
  if (value.type === "image") {
    if (typeof value.image_url === "string" && !isPublic(value.image_url))
      report.say("image could not be fetched", { path });
    if (isObject(value.slack_file) && !isFile(value.slack_file)) report.say("bad slack_file", { path });
    return;
  }
  for (const [key, item] of Object.entries(value)) checkImages(item, `${path}/${key}`, isFile, report);
}

function isPublic(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return false;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 4) return !/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host);
  if (isIP(host) === 6) return !/^(?:::1?$|f[cd]|fe80)/i.test(host);
  return host.includes(".") && !/\.(?:local|internal|localhost|test|invalid|example)$/.test(host);
}
