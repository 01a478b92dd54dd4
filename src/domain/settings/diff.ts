export interface SettingChange {
  /** Dotted key, e.g. `intents.lead.posture`. */
  key: string;
  before: string | undefined;
  after: string | undefined;
}

/** What differs between two settings documents, leaf by leaf, in words short enough to show. */
export function diffSettings(before: unknown, after: unknown): SettingChange[] {
  const changes: SettingChange[] = [];
  walk("", before, after, changes);
  return changes;
}

function walk(key: string, before: unknown, after: unknown, changes: SettingChange[]): void {
  if (Object.is(before, after)) return;
  if (isRecord(before) && isRecord(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      walk(key ? `${key}.${name}` : name, before[name], after[name], changes);
    return;
  }
  const [was, is] = [shown(before), shown(after)];
  if (was !== is) changes.push({ key, before: was, after: is });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shown = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value);
